/** Task definitions: what ECS stores for one, what it refuses, and the revisions that result. */
@NullMarked
package dev.longshore.ecs.taskdefinition;

import org.jspecify.annotations.NullMarked;
