/** What becomes of every field of every input: the classes, the rules and the report. */
@NullMarked
package dev.longshore.ecs.fidelity;

import org.jspecify.annotations.NullMarked;
