/** The Static Analysis Results Interchange Format, for checks of pull requests. */
@NullMarked
package dev.longshore.cli.sarif;

import org.jspecify.annotations.NullMarked;
