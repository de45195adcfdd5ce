package dev.longshore.cli;

import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import dev.longshore.cli.members.MemberChange;
import dev.longshore.cli.members.MemberDiff;
import dev.longshore.ecs.taskdefinition.Revisions;
import java.util.List;
import java.util.stream.Stream;

/** What changed between two revisions, by their normalised content. */
record RevisionDiff(String before, String after, List<MemberChange> changes) {
  RevisionDiff {
    changes = List.copyOf(changes);
  }

  static RevisionDiff of(TaskDefinitionRevision before, TaskDefinitionRevision after) {
    return new RevisionDiff(
        Revisions.name(before),
        Revisions.name(after),
        MemberDiff.between(
            Revisions.content(before.getSpec(), Revisions.family(before)),
            Revisions.content(after.getSpec(), Revisions.family(after))));
  }

  List<String> lines() {
    return Stream.concat(
            Stream.of("--- " + before, "+++ " + after),
            changes.stream().flatMap(it -> it.lines().stream()))
        .toList();
  }
}
