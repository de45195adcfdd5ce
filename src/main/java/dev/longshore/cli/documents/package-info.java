/** Documents that people have, as ECS requests. */
@NullMarked
package dev.longshore.cli.documents;

import org.jspecify.annotations.NullMarked;
