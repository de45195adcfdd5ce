/** Finds the one thing that keeps a service or task from running; asks nothing of a cluster. */
@NullMarked
package dev.longshore.cli.why;

import org.jspecify.annotations.NullMarked;
