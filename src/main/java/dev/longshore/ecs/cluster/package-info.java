/** The ECS cluster of a namespace: what it associates, its default strategy and its counts. */
@NullMarked
package dev.longshore.ecs.cluster;

import org.jspecify.annotations.NullMarked;
