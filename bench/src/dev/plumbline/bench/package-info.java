/**
 * Times scans in fresh virtual machines. Not part of the build and of no artefact.
 *
 * <p>Start with {@link dev.plumbline.bench.Speed}; the scripts beside the pom fetch, compile and start.
 */
package dev.plumbline.bench;
