/**
 * The custom resources of {@code ecs.longshore.dev/v1}: records with the member names of the ECS
 * API, without logic, so that a document ECS accepts can be pasted under {@code spec}.
 */
@NullMarked
package dev.longshore.api.ecs.v1;

import org.jspecify.annotations.NullMarked;
