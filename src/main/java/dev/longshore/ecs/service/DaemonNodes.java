package dev.longshore.ecs.service;

import dev.longshore.core.Labels;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirementBuilder;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.NodeSelectorTermBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which nodes a DaemonSet may put tasks on, beside what the task asks for: its controller tolerates
 * cordoned nodes in the name of every pod, so they can only be left out by name.
 */
final class DaemonNodes {
  private DaemonNodes() {}

  /** The template without these nodes. */
  static PodTemplateSpec except(PodTemplateSpec template, Collection<String> nodes) {
    List<NodeSelectorRequirement> names =
        nodes.stream().sorted().distinct().map(it -> name("NotIn", it)).toList();
    return names.isEmpty()
        ? template
        : with(
            template,
            terms(template).stream()
                .map(term -> new NodeSelectorTermBuilder(term).addAllToMatchFields(names).build())
                .toList());
  }

  /** The template for these nodes and no others, not even where it asks for more. */
  static PodTemplateSpec only(PodTemplateSpec template, Collection<String> nodes) {
    List<NodeSelectorTerm> terms =
        nodes.stream()
            .sorted()
            .distinct()
            .flatMap(
                node ->
                    terms(template).stream()
                        .map(
                            term ->
                                new NodeSelectorTermBuilder(term)
                                    .addToMatchFields(name("In", node))
                                    .build()))
            .toList();
    return with(template, terms.isEmpty() ? List.of(nowhere()) : terms);
  }

  /** Whether a template is for no node at all, so that none of them was counted. */
  static boolean none(PodTemplateSpec template) {
    return terms(template).equals(List.of(nowhere()));
  }

  private static NodeSelectorRequirement name(String operator, String node) {
    return new NodeSelectorRequirementBuilder()
        .withKey("metadata.name")
        .withOperator(operator)
        .withValues(node)
        .build();
  }

  private static NodeSelectorTerm nowhere() {
    return new NodeSelectorTermBuilder()
        .addNewMatchExpression()
        .withKey(Labels.PREFIX + "given-up")
        .withOperator("Exists")
        .endMatchExpression()
        .build();
  }

  /** What the task asks for: any of these, or anything. */
  private static List<NodeSelectorTerm> terms(PodTemplateSpec template) {
    return Stream.ofNullable(template.getSpec().getAffinity())
        .flatMap(it -> Stream.ofNullable(it.getNodeAffinity()))
        .flatMap(it -> Stream.ofNullable(it.getRequiredDuringSchedulingIgnoredDuringExecution()))
        .map(required -> required.getNodeSelectorTerms())
        .filter(it -> !it.isEmpty())
        .findFirst()
        .orElseGet(() -> List.of(new NodeSelectorTerm()));
  }

  private static PodTemplateSpec with(PodTemplateSpec template, List<NodeSelectorTerm> terms) {
    Affinity affinity =
        Optional.ofNullable(template.getSpec().getAffinity()).orElseGet(Affinity::new);
    return new PodTemplateSpecBuilder(template)
        .editSpec()
        .withAffinity(
            new AffinityBuilder(affinity)
                .editOrNewNodeAffinity()
                .editOrNewRequiredDuringSchedulingIgnoredDuringExecution()
                .withNodeSelectorTerms(terms)
                .endRequiredDuringSchedulingIgnoredDuringExecution()
                .endNodeAffinity()
                .build())
        .endSpec()
        .build();
  }
}
