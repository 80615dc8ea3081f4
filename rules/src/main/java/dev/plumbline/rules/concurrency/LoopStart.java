package dev.plumbline.rules.concurrency;

import dev.plumbline.finding.Step;
import dev.plumbline.name.MethodRef;

/**
 * Where an event loop enters the program.
 *
 * @param method the first method it runs, perhaps a lambda's body
 * @param step why it is run there
 * @param isOfVertx whether Vert.x enters it, whose verticles may be deployed as workers
 */
record LoopStart(MethodRef method, Step step, boolean isOfVertx) {
}
