/** placementConstraints and placementStrategy, for every operation that has them. */
@NullMarked
package dev.longshore.ecs.placement;

import org.jspecify.annotations.NullMarked;
