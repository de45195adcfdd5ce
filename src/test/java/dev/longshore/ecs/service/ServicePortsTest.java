package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.core.Labels;
import dev.longshore.core.Mappers;
import dev.longshore.ecs.podspec.TaskPort;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Children are written as the ports of their tasks, {@code name=80/TCP} or {@code 80/TCP}. */
class ServicePortsTest {
  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "http=80/TCP, , http 80, a name is kept",
    "80/TCP 53/UDP, , tcp-80 80 udp-53 53, without one it is the protocol and the number",
    "http=8080/TCP, http=80/TCP, http 8080 tcp-80 80, both deployments of a roll are reached",
    "http=80/TCP, web=80/TCP, http 80, the newer names a port that both have",
    "53/TCP 53/UDP, , tcp-53 53 udp-53 53, one number may have two protocols",
    "tcp-80=90/TCP 80/TCP, , tcp-80 90 tcp-80-x 80, no two ports have one name",
  })
  void areThoseOfEveryDeployment(
      String newer, @Nullable String older, String expected, String because) {
    List<Deployment> children =
        older == null ? List.of(child(newer)) : List.of(child(newer), child(older));

    assertThat(line(ServicePorts.of(children))).as(because).isEqualTo(expected);
    assertThat(ServicePorts.of(children))
        .allSatisfy(
            it ->
                assertThat(it.getTargetPort().getStrVal())
                    .isEqualTo(it.getProtocol().toLowerCase(Locale.ROOT) + "-" + it.getPort()));
  }

  @Test
  void areReadFromThePodsWhereTheAnnotationIsGone() {
    Deployment robbed =
        new DeploymentBuilder()
            .withNewMetadata()
            .withName("web")
            .addToAnnotations("example.com/other", "")
            .endMetadata()
            .withNewSpec()
            .withNewTemplate()
            .withNewSpec()
            .addNewContainer()
            .addNewPort()
            .withContainerPort(8080)
            .endPort()
            .endContainer()
            .endSpec()
            .endTemplate()
            .endSpec()
            .build();

    assertThat(line(ServicePorts.of(List.of(robbed)))).isEqualTo("tcp-8080 8080");
    assertThat(ServicePorts.of(List.of(robbed)))
        .singleElement()
        .satisfies(it -> assertThat(it.getTargetPort().getIntVal()).isEqualTo(8080));
  }

  private static Deployment child(String ports) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .addToAnnotations(
            Labels.PORTS,
            Mappers.canonical(Arrays.stream(ports.split(" ")).map(ServicePortsTest::port).toList()))
        .endMetadata()
        .withNewSpec()
        .withNewTemplate()
        .withNewSpec()
        .addNewContainer()
        .withPorts(
            Arrays.stream(ports.split(" "))
                .map(ServicePortsTest::port)
                .map(it -> new ContainerPort(it.port(), null, null, it.plainName(), it.protocol()))
                .toList())
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  private static TaskPort port(String text) {
    String[] parts = text.split("[=/]");
    int number = parts.length - 2;
    return new TaskPort(
        "app",
        Integer.parseInt(parts[number]),
        parts[number + 1],
        number == 0 ? null : parts[0],
        null);
  }

  private static String line(List<ServicePort> ports) {
    return ports.stream()
        .map(it -> it.getName() + " " + it.getPort())
        .collect(Collectors.joining(" "));
  }
}
