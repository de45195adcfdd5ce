package dev.longshore.ecs.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.PodSecurityProfile;
import java.util.Locale;

/**
 * One field of a pod that a profile forbids, said so that whoever wrote it can mend it.
 *
 * @param path the field, such as {@code spec.containers[app].securityContext.privileged}
 * @param found its value, or that it is missing
 * @param remedy what to do, as half a sentence
 */
public record Violation(String path, String found, PodSecurityProfile profile, String remedy) {
  private static final int SHOWN = 80;

  static Violation of(Place place, PodSecurityProfile profile, String remedy) {
    return new Violation(place.path(), shown(place.node()), profile, remedy);
  }

  /** Value, rule and remedy in one sentence, without path and full stop. */
  public String sentence() {
    return "Pod Security %s forbids %s; %s"
        .formatted(profile.name().toLowerCase(Locale.ROOT), found, remedy);
  }

  private static String shown(JsonNode value) {
    if (value.isMissingNode()) {
      return "leaving it out";
    }
    String text = value.isTextual() ? "'" + value.asText() + "'" : value.toString();
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
