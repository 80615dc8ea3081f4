/**
 * The classes that touch SpotBugs when Plumbline runs it. They are defined in the class loader that holds SpotBugs and
 * nothing else, so they may use SpotBugs and the JDK only; what goes in and out is of JDK types.
 */
package dev.plumbline.rules.spotbugs.inside;
