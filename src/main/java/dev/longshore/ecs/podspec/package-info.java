/**
 * A task definition as a pod template: one ECS feature, one file, and its fidelity lines with it.
 */
@NullMarked
package dev.longshore.ecs.podspec;

import org.jspecify.annotations.NullMarked;
