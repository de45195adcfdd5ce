package dev.longshore.ecs.fidelity;

import java.util.List;
import java.util.Map;

/** The rules as the Markdown of docs/fields.md. */
public final class FieldsDocument {
  private static final String HEAD =
      """
      # Fields: what becomes of every member of the ECS API

      Generated from the rules in the code; `make fields` prints the figures.
      A class may depend on the value: such rows follow the member they belong to.

      | class | means |
      | --- | --- |
      | exact | same observable behaviour |
      | equivalent | same result by other means |
      | approximated | works, with the named difference |
      | ignored | no effect here, harmless |
      | rejected | refused, with the reason and what to use instead |
      | notImplemented | accepted, listed in every report, not acted on yet |
      """;

  private FieldsDocument() {}

  public static String render(Map<String, Fidelity> operations) {
    StringBuilder text = new StringBuilder(HEAD);
    operations.forEach(
        (operation, rules) -> {
          text.append("\n## ").append(operation).append("\n\n");
          text.append("| member | class | becomes | difference |\n| --- | --- | --- | --- |\n");
          rules.rules().forEach(rule -> rows(rule).forEach(text::append));
        });
    return text.toString();
  }

  private static List<String> rows(FieldRule rule) {
    List<String> rows = new java.util.ArrayList<>();
    rows.add(row("`" + rule.path() + "`", rule.classification(), rule.becomes(), rule.note()));
    rule.exceptions().stream()
        .filter(
            it -> !it.note().equals(rule.note()) || it.classification() != rule.classification())
        .forEach(
            exception ->
                rows.add(
                    row(
                        "⤷ " + exception.when(),
                        exception.classification(),
                        "",
                        exception.note())));
    return rows;
  }

  private static String row(
      String member, FidelityClass classification, String becomes, String note) {
    return "| %s | %s | %s | %s |\n"
        .formatted(member, classification.wire(), text(becomes), text(note));
  }

  /** A placeholder such as {@code <service>} is no tag. */
  private static String text(String cell) {
    return cell.replace("<", "&lt;");
  }
}
