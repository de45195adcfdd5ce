/**
 * The cluster query language of placement constraints: read with positions, and turned into what
 * the scheduler understands.
 */
@NullMarked
package dev.longshore.ecs.query;

import org.jspecify.annotations.NullMarked;
