/** The machinery every controller shares; it knows Kubernetes and nothing of ECS but its names. */
@NullMarked
package dev.longshore.core;

import org.jspecify.annotations.NullMarked;
