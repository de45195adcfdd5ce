/** The operator as a process: configuration, composition, health and metrics. */
@NullMarked
package dev.longshore.operator;

import org.jspecify.annotations.NullMarked;
