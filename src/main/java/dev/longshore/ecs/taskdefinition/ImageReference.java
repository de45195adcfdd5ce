package dev.longshore.ecs.taskdefinition;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an agent can pull: {@code [registry[:port]/]repository[:tag][@digest]}.
 * RegisterTaskDefinition takes any text as {@code Container.image}, and its tasks stop with
 * CannotPullContainerError.
 */
final class ImageReference {
  private static final String STEP = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
  private static final String REGISTRY = "(?:[A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+])(?::[0-9]+)?/";
  private static final String REPOSITORY = STEP + "(?:/" + STEP + ")*";
  private static final String TAG = "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?";
  private static final String DIGEST = "(?:@[A-Za-z][A-Za-z0-9+._-]*:[0-9a-fA-F]{32,})?";
  private static final Pattern PULLABLE =
      Pattern.compile("(?:" + REGISTRY + ")?" + REPOSITORY + TAG + DIGEST);

  private ImageReference() {}

  /** What is wrong with an image, in a sentence; empty when it can be asked for. */
  static Optional<String> fault(String image) {
    return image.isEmpty() || PULLABLE.matcher(image).matches()
        ? Optional.empty()
        : Optional.of(
            "'%s' is an invalid reference format, and its tasks will stop with CannotPullContainerError: %s"
                .formatted(image, reason(image)));
  }

  /** The commonest slips, said by name. */
  private static String reason(String image) {
    if (image.chars().anyMatch(Character::isWhitespace)) {
      return "it holds white space";
    }
    return PULLABLE.matcher(image.toLowerCase(Locale.ROOT)).matches()
        ? "the repository name must be lower-case"
        : "give [REGISTRY/]REPOSITORY[:TAG]";
  }
}
