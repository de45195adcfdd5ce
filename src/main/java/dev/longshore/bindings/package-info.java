/**
 * AWS references → Kubernetes names, in one place, with the rule that keeps them in a namespace.
 */
@NullMarked
package dev.longshore.bindings;

import org.jspecify.annotations.NullMarked;
