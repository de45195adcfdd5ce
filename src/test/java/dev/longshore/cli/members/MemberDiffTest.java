package dev.longshore.cli.members;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.longshore.core.Mappers;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberDiffTest {
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {a: 1}                         | {a: 1}                         | -
          {a: 1}                         | {a: 2}                         | - a: 1;+ a: 2
          {a: 1}                         | {}                             | - a: 1
          {a: {b: x}}                    | {a: {b: x, c: y}}              | + a.c: "y"
          {l: [{name: p}, {name: q}]}    | {l: [{name: q}, {name: p}]}    | -
          {l: [{name: p, v: 1}]}         | {l: [{name: q}, {name: p, v: 2}]} | - l[p].v: 1;+ l[p].v: 2;+ l[q]: {"name":"q"}
          {l: [{name: p}, {name: p}]}    | {l: [{name: p}]}               | - l[1]: {"name":"p"}
          {l: [a, b]}                    | {l: [b]}                       | - l[0]: "a";+ l[0]: "b";- l[1]: "b"
          {a: [1]}                       | {a: {b: 1}}                    | - a: [1];+ a: {"b":1}
          """)
  void tellsEachMemberThatIsNotTheSame(String before, String after, String lines)
      throws JsonProcessingException {
    List<MemberChange> changes =
        MemberDiff.between(Mappers.yaml().readTree(before), Mappers.yaml().readTree(after));

    assertThat(changes.stream().flatMap(it -> it.lines().stream()))
        .containsExactlyElementsOf(lines.equals("-") ? List.of() : List.of(lines.split(";")));
  }
}
