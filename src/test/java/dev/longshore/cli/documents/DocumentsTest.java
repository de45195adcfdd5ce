package dev.longshore.cli.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"family":"web","containerDefinitions":[]}                                | TASK_DEFINITION
          {"taskDefinition":{"family":"web","containerDefinitions":[]},"tags":[]}   | TASK_DEFINITION
          {"Family":"web","ContainerDefinitions":[{"Name":"app"}]}                  | TASK_DEFINITION
          {"serviceName":"web","taskDefinition":"web"}                              | SERVICE
          {"taskDefinition":"web:3","desiredCount":2,"serviceName":"web"}           | SERVICE
          {"family":"web","containerDefinition":[]}                                 | TASK_DEFINITION
          {"servicename":"web","serviceName":"web"}                                 | SERVICE
          {"service":{"serviceName":"web"}}                                         | SERVICE
          {"services":[{"serviceName":"web"}],"failures":[]}                        | SERVICE
          {"apiVersion":"ecs.longshore.dev/v1","kind":"Cluster","metadata":{"name":"web"},"spec":{}} | CLUSTER
          """)
  void everyShapeThatPeopleHaveIsRecognised(String text, DocumentKind kind) throws IOException {
    List<Document> documents = Documents.read(file("document.json", text));

    assertThat(documents).singleElement().extracting(Document::kind).isEqualTo(kind);
    assertThat(documents.getFirst().name()).isEqualTo("web");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"family": }              | :1:12: Unexpected character ('}' )
          {"containerDefinitions": [ | close marker for Array (opened in line 1, column 26)
          {"family": "web"          | :1:
          {"a": 1, "a": 2}          | Duplicate
          {"a": 1} x                | :1:
          [1]                       | a JSON object was expected, not ARRAY
          {"name": "web"}           | neither a task definition (no containerDefinitions) nor a service
          {"apiVersion":"v1","kind":"Pod","spec":{}} | v1 Pod is not read
          {"apiVersion":"ecs.longshore.dev/v1","kind":"Service"} | Service without a spec
          """)
  void whatCannotBeUsedIsToldWithItsPlace(String text, String expected) throws IOException {
    Path file = file("bad.json", text);

    assertThatThrownBy(() -> Documents.read(file))
        .isInstanceOf(UnreadableDocument.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(expected);
  }

  @Test
  void filesWithoutTextAreNamed() throws IOException {
    Path missing = folder.resolve("missing.json");
    Path empty = file("empty.json", " \n");
    Path marked = file("marked.json", "\uFEFF{}");

    assertThatThrownBy(() -> Documents.read(missing)).hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> Documents.read(folder)).hasMessageContaining("is a directory");
    assertThatThrownBy(() -> Documents.read(empty)).hasMessageContaining("is empty");
    assertThatThrownBy(() -> Documents.read(marked)).hasMessageContaining("byte order mark");
  }

  @Test
  void capitalsOfCloudFormationBecomeNamesOfTheApiButKeysOfMapsStay() throws IOException {
    String text =
        """
        {"Family": "web", "Volumes": [{"EFSVolumeConfiguration": {"FilesystemId": "fs-1"}}],
         "ContainerDefinitions": [{"DockerLabels": {"Owner": "me"}}]}
        """;

    Document document = Documents.read(file("cfn.json", text)).getFirst();

    assertThat(document.spec().at("/volumes/0/efsVolumeConfiguration/filesystemId").asText())
        .isEqualTo("fs-1");
    assertThat(document.spec().at("/containerDefinitions/0/dockerLabels/Owner").asText())
        .isEqualTo("me");
  }

  @Test
  void anUnknownMemberOfAServiceIsNamedWithTheNearestKnownOne() throws IOException {
    String text = "{\"serviceName\":\"web\",\"deploymentConfiguration\":{\"maximumPercnt\":200}}";

    Document document = Documents.read(file("service.json", text)).getFirst();

    assertThat(document.warnings())
        .singleElement()
        .satisfies(it -> assertThat(it.path()).isEqualTo("deploymentConfiguration.maximumPercnt"))
        .satisfies(it -> assertThat(it.message()).endsWith("did you mean 'maximumPercent'?"));
  }

  @Test
  void capitalsAreReadWithOneWarningThatSaysSo() throws IOException {
    String text = "{\"family\": \"web\", \"ContainerDefinitions\": [{\"Name\": \"app\"}]}";

    Document document = Documents.read(file("sdk.json", text)).getFirst();

    assertThat(document.spec().at("/containerDefinitions/0/name").asText()).isEqualTo("app");
    assertThat(document.warnings())
        .singleElement()
        .satisfies(it -> assertThat(it.path()).isEqualTo("ContainerDefinitions"))
        .satisfies(
            it ->
                assertThat(it.message())
                    .startsWith(
                        "'ContainerDefinitions' is read as 'containerDefinitions' and 1 more"));
  }

  @Test
  void aYamlFileMayHoldSeveralDocuments() throws IOException {
    Path file = file("two.yaml", "serviceName: a\n---\nfamily: b\ncontainerDefinitions: []\n");

    assertThat(Documents.read(file)).extracting(Document::name).containsExactly("a", "b");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
