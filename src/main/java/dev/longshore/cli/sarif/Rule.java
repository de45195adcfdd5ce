package dev.longshore.cli.sarif;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of remark and how much each matters to whoever merges the file. */
enum Rule {
  refused("error", "ECS would refuse the document, or it cannot be read."),
  rejected("error", "The member cannot be honoured, so the document is refused."),
  notImplemented("warning", "The member is not implemented and has no effect yet."),
  approximated("warning", "The member works, with a difference."),
  warning("warning", "The document was accepted after a correction."),
  ignored("note", "The member has no meaning on Kubernetes and no effect."),
  equivalent("none", "The member works by other means with the same result.");

  private final String level;
  private final String description;

  Rule(String level, String description) {
    this.level = level;
    this.description = description;
  }

  /** Of the SARIF levels error, warning, note and none. */
  String level() {
    return level;
  }

  String description() {
    return description;
  }

  static Optional<Rule> of(String name) {
    return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
  }
}
