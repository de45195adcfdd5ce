package dev.longshore.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longshore.api.ecs.v1.Service;
import dev.longshore.core.Events.Occurrence;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NamespaceableResource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final List<Event> sent = new ArrayList<>();
  private final Events events =
      new Events(
          new WriteGate(
              proxy(KubernetesClient.class, (self, method, args) -> resource((Event) args[0]))),
          CLOCK);

  @Test
  void oneThatIsRefusedKeepsNoOtherFromBeingTold() {
    List<Occurrence> three =
        List.of(occurrence("refused"), occurrence("second"), occurrence("third"));

    assertThatThrownBy(() -> events.emit(service("web"), three))
        .isInstanceOf(KubernetesClientException.class);
    assertThat(sent).extracting(Event::getMessage).containsExactly("second", "third");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 236, 237, 253})
  void itsNameIsLegalHoweverLongThatOfTheObjectIs(int length) {
    String name = "a".repeat(length);
    events.emit(service(name), List.of(occurrence("one"), occurrence("two")));

    assertThat(sent).hasSize(2).doesNotHaveDuplicates();
    assertThat(sent)
        .extracting(it -> it.getMetadata().getName())
        .allMatch(Names::isDnsName)
        .doesNotHaveDuplicates();
  }

  private Object resource(Event event) {
    return proxy(
        NamespaceableResource.class,
        (self, method, args) -> {
          if ("refused".equals(event.getMessage())) {
            throw new KubernetesClientException(
                "no", 422, new StatusBuilder().withCode(422).build());
          }
          sent.add(event);
          return event;
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return Objects.requireNonNull(
        type.cast(
            Proxy.newProxyInstance(
                EventsTest.class.getClassLoader(), new Class<?>[] {type}, handler)));
  }

  private static Service service(String name) {
    Service service = new Service();
    service.setMetadata(
        new ObjectMetaBuilder().withName(name).withNamespace("shop").withUid("u").build());
    return service;
  }

  private static Occurrence occurrence(String text) {
    return new Occurrence(text, "Normal", "Told", text);
  }
}
