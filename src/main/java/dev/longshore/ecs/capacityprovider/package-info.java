/** Capacity providers: sets of nodes, and the strategies that spread tasks over them. */
@NullMarked
package dev.longshore.ecs.capacityprovider;

import org.jspecify.annotations.NullMarked;
