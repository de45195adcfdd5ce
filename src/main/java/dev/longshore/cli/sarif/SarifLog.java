package dev.longshore.cli.sarif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.core.Mappers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log of one run in SARIF 2.1.0, as code hosts show it beside the changed lines. */
public final class SarifLog {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final Map<String, MemberLines> lines = new HashMap<>();

  private SarifLog() {}

  public static ObjectNode of(List<Finding> findings, String version) {
    ObjectNode log = Mappers.json().createObjectNode();
    log.put("$schema", SCHEMA).put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "longshore").put("version", version);
    rules(driver.putArray("rules"));
    ArrayNode results = run.putArray("results");
    SarifLog made = new SarifLog();
    findings.forEach(it -> made.add(it, results.addObject()));
    return log;
  }

  private static void rules(ArrayNode rules) {
    for (Rule rule : Rule.values()) {
      ObjectNode node = rules.addObject().put("id", rule.name());
      node.putObject("shortDescription").put("text", rule.description());
      node.putObject("defaultConfiguration").put("level", rule.level());
    }
  }

  private void add(Finding finding, ObjectNode result) {
    Rule rule = Rule.of(finding.rule()).orElse(Rule.warning);
    result.put("ruleId", rule.name()).put("ruleIndex", rule.ordinal()).put("level", rule.level());
    String place = finding.member().isEmpty() ? "" : finding.member() + ": ";
    String text = finding.message().isEmpty() ? rule.description() : finding.message();
    result.putObject("message").put("text", place + text);
    ObjectNode location = result.putArray("locations").addObject();
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", finding.file().replace('\\', '/'));
    lines
        .computeIfAbsent(finding.file(), it -> MemberLines.of(Path.of(it)))
        .of(finding.member())
        .ifPresent(it -> physical.putObject("region").put("startLine", it));
    if (!finding.member().isEmpty()) {
      location
          .putArray("logicalLocations")
          .addObject()
          .put("fullyQualifiedName", finding.member())
          .put("kind", "member");
    }
  }
}
