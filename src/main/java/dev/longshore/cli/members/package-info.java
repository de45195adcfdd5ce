/** What differs between two documents, member by member. */
@NullMarked
package dev.longshore.cli.members;

import org.jspecify.annotations.NullMarked;
