/**
 * What the rules found in changes that people wrote before there were assistants: the measure of a careful person.
 *
 * <p>Data with its provenance, and the one class that reads it: {@link dev.plumbline.rules.people.ShippedChanges}.
 */
package dev.plumbline.rules.people;
