/** Everything of Amazon ECS; what spans its nouns is here, each noun has a package of its own. */
@NullMarked
package dev.longshore.ecs;

import org.jspecify.annotations.NullMarked;
