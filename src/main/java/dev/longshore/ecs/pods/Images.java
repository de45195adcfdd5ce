package dev.longshore.ecs.pods;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a node says of the image it pulled. */
public final class Images {
  private static final String DIGEST = "sha256:";

  private Images() {}

  /** {@code sha256:…} of an image id, whatever stands before it. */
  public static Optional<String> digest(@Nullable String imageId) {
    int at = imageId == null ? -1 : imageId.indexOf(DIGEST);
    return imageId == null || at < 0 ? Optional.empty() : Optional.of(imageId.substring(at));
  }
}
