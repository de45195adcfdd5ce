package dev.longshore.ecs.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ecs.query.NodeRules.Outcome;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeRulesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          attribute:ecs.instance-type == t2.small ; node.kubernetes.io/instance-type In [t2.small]
          attribute:ecs.availability-zone in [us-east-1a, us-east-1b] ; topology.kubernetes.io/zone In [us-east-1a, us-east-1b]
          attribute:ecs.availability-zone !in ['us-east-1a'] ; topology.kubernetes.io/zone NotIn [us-east-1a]
          attribute:ecs.os-type equals linux ; kubernetes.io/os In [linux]
          attribute:ecs.cpu-architecture == x86_64 ; kubernetes.io/arch In [amd64]
          attribute:ecs.cpu-architecture in [x86_64, arm64] ; kubernetes.io/arch In [amd64, arm64]
          attribute:stack exists ; attribute.ecs.longshore.dev/stack Exists []
          attribute:stack !exists ; attribute.ecs.longshore.dev/stack DoesNotExist []
          attribute:team/rack not_equals r1 ; attribute.ecs.longshore.dev/team.rack NotIn [r1]
          attribute:disks > 2 ; attribute.ecs.longshore.dev/disks Gt [2]
          attribute:disks >= 2 ; attribute.ecs.longshore.dev/disks Gt [1]
          attribute:disks less_than_equal 2 ; attribute.ecs.longshore.dev/disks Lt [3]
          not(attribute:disks > 2) ; attribute.ecs.longshore.dev/disks Lt [3] OR attribute.ecs.longshore.dev/disks DoesNotExist []
          attribute:zone =~ (a|b) ; attribute.ecs.longshore.dev/zone In [a, b]
          attribute:a == 1 and attribute:b == 2 ; attribute.ecs.longshore.dev/a In [1] AND attribute.ecs.longshore.dev/b In [2]
          attribute:a == 1 || attribute:b == 2 ; attribute.ecs.longshore.dev/a In [1] OR attribute.ecs.longshore.dev/b In [2]
          attribute:a==1 or attribute:b==2 and attribute:c==3 ; attribute.ecs.longshore.dev/a In [1] OR attribute.ecs.longshore.dev/b In [2] AND attribute.ecs.longshore.dev/c In [3]
          (attribute:a == 1 or attribute:b == 2) && attribute:c == 3 ; attribute.ecs.longshore.dev/a In [1] AND attribute.ecs.longshore.dev/c In [3] OR attribute.ecs.longshore.dev/b In [2] AND attribute.ecs.longshore.dev/c In [3]
          !(attribute:a == 1 and not attribute:b exists) ; attribute.ecs.longshore.dev/a NotIn [1] OR attribute.ecs.longshore.dev/b Exists []
          agentConnected == true ; ``
          agentConnected == true or attribute:a == 1 ; ``
          agentConnected == true and attribute:a == 1 ; attribute.ecs.longshore.dev/a In [1]
          """)
  void attributesAreLabelsOfNodes(String query, String expected) {
    assertThat(terms(rules(query))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          task:group == database ; [database] ; []
          not(task:group == database) ; [] ; [database]
          task:group !in [a, b] and attribute:ssd exists ; [] ; [a, b]
          task:group == a and task:group != b ; [a] ; [b]
          """)
  void groupsAreTasksToBeNearOrAwayFrom(String query, String together, String apart) {
    NodeRules rules = rules(query);

    assertThat(new TreeSet<>(rules.together())).hasToString(together);
    assertThat(new TreeSet<>(rules.apart())).hasToString(apart);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          attribute:ecs.instance-type =~ g2.* ; position 1: attribute:ecs.instance-type is matched with 'g2.*'
          attribute:a == 1 and runningTasksCount == 1 ; position 22: runningTasksCount is not known of a node
          ec2InstanceId in ['i-abcd1234'] ; position 1: ec2InstanceId is not known
          attribute:a == 'b c' ; which no label of a node can hold
          attribute:a > b ; ordered as whole numbers only
          attribute:ok == 1 or task:group == web ; position 22: task:group must stand alone
          agentConnected == false ; agentConnected is not known
          attribute:a ; position 12: expected an operator such as ==
          attribute:a == ; position 15: expected a value, found the end
          attribute:a in a ; position 16: expected '[' and a list of values, found 'a'
          attribute:a in [a b] ; position 19: expected ',' or ']', found 'b]'
          (attribute:a == 1 ; position 18: expected ')', found the end
          attribute:a == 1 attribute:b == 2 ; position 18: expected and, or, or the end
          attribute:a == 1 and ; expected '(', not, attribute:NAME
          colour == red ; position 1: expected '(', not, attribute:NAME
          attribute: == 1 ; position 1: expected
          `` ; position 1: expected '(', not, attribute:NAME
          """)
  void whatCannotBeKeptIsRefusedWithItsPosition(String query, String reason) {
    assertThat(NodeRules.of(List.of(query == null ? "" : query)))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.reason()).contains(reason));
  }

  @Test
  void severalQueriesMustAllHold() {
    Outcome outcome = NodeRules.of(List.of("attribute:a == 1", "attribute:b == 2"));

    assertThat(terms(((Outcome.Rules) outcome).rules()))
        .isEqualTo("attribute.ecs.longshore.dev/a In [1] AND attribute.ecs.longshore.dev/b In [2]");
  }

  @Test
  void tooManyAlternativesAreRefusedBeforeTheyAreWritten() {
    String either = "(attribute:a == 1 or attribute:b == 2)";

    assertThat(NodeRules.of(List.of(either.repeat(30).replace(")(", ") and ("))))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.reason()).contains("more than 50 alternatives"));
  }

  @Test
  void deepNestingIsRefusedInsteadOfOverflowingTheStack() {
    assertThat(NodeRules.of(List.of("(".repeat(1999))))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.reason()).contains("at most 100 parentheses"));
    assertThat(NodeRules.of(List.of("!".repeat(1999)))).isInstanceOf(Outcome.Refused.class);
  }

  private static NodeRules rules(String query) {
    Outcome outcome = NodeRules.of(List.of(query));
    assertThat(outcome).isInstanceOf(Outcome.Rules.class);
    return ((Outcome.Rules) outcome).rules();
  }

  private static String terms(NodeRules rules) {
    return rules.terms().stream().map(NodeRulesTest::all).collect(Collectors.joining(" OR "));
  }

  private static String all(NodeSelectorTerm term) {
    return term.getMatchExpressions().stream()
        .map(NodeRulesTest::one)
        .collect(Collectors.joining(" AND "));
  }

  private static String one(NodeSelectorRequirement requirement) {
    return requirement.getKey() + " " + requirement.getOperator() + " " + requirement.getValues();
  }
}
