package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.ecs.taskdefinition.Definition.Container;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Images that no agent can pull: {@code Container.image} is {@code [registry[:port]/]repository
 * [:tag][@digest]}, at most 255 characters long without its digest.
 */
final class ImageChecks implements Check {
  private static final int LONGEST = 255;
  private static final String STEP = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
  private static final String REGISTRY = "(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+])(?::[0-9]+)?/";
  private static final String REPOSITORY = STEP + "(?:/" + STEP + ")*";
  private static final String TAG = "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?";
  private static final String DIGEST = "(?:@[A-Za-z][A-Za-z0-9+._-]*:[0-9a-fA-F]{32,})?";
  private static final Pattern IMAGE =
      Pattern.compile("(?:" + REGISTRY + ")?" + REPOSITORY + TAG + DIGEST);

  @Override
  public List<ValidationError> check(ObjectNode definition) {
    return Definition.containers(definition).stream().flatMap(ImageChecks::check).toList();
  }

  private static Stream<ValidationError> check(Container container) {
    String image = container.node().path("image").asText();
    String tagged = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
    if (tagged.length() > LONGEST) {
      return Stream.of(
          container.error("image", "Container.image is longer than " + LONGEST + " characters."));
    }
    return image.isEmpty() || IMAGE.matcher(image).matches()
        ? Stream.empty()
        : Stream.of(
            container.error(
                "image",
                "invalid reference format: '%s' is no image that can be pulled%s."
                    .formatted(image, reason(image).orElse("; give [REGISTRY/]REPOSITORY[:TAG]"))));
  }

  /** The commonest slips, said by name. */
  private static Optional<String> reason(String image) {
    if (image.chars().anyMatch(Character::isWhitespace)) {
      return Optional.of(": it holds white space");
    }
    return IMAGE.matcher(image.toLowerCase(Locale.ROOT)).matches()
        ? Optional.of(": the repository name must be lower-case")
        : Optional.empty();
  }
}
