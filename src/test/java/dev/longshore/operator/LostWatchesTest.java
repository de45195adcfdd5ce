package dev.longshore.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostWatchesTest {
  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "true, true, false, 1, a watch that worked and broke ends the process",
    "false, true, false, 0, one that never worked would break again",
    "true, false, false, 0, one that was told to end did nothing wrong",
    "true, true, true, 0, as while the process ends",
  })
  void endsTheProcessWhenAKindIsNoLongerServed(
      boolean worked, boolean broke, boolean stopping, int ends, String because) {
    AtomicInteger lost = new AtomicInteger();

    new LostWatches(() -> stopping, lost::incrementAndGet)
        .ended(informer(worked), broke ? new IllegalStateException("unreadable") : null);

    assertThat(lost).as(because).hasValue(ends);
  }

  @Test
  void namesTheObjectThatCannotBeRead() {
    String event =
        "{\"type\":\"ADDED\",\"object\":{\"metadata\":{\"namespace\":\"shop\",\"name\":\"web\"}}}";
    Throwable watch = new WatcherException("broken", new IllegalStateException(), event);

    assertThat(LostWatches.unreadable(new IllegalStateException(watch))).isEqualTo("shop/web");
    assertThat(LostWatches.unreadable(new IllegalStateException("no watch"))).isEmpty();
  }

  private static SharedIndexInformer<?> informer(boolean worked) {
    Map<String, Object> answers = Map.of("hasSynced", worked, "getApiTypeClass", Pod.class);
    return (SharedIndexInformer<?>)
        Proxy.newProxyInstance(
            SharedIndexInformer.class.getClassLoader(),
            new Class<?>[] {SharedIndexInformer.class},
            (proxy, method, arguments) ->
                Objects.requireNonNull(answers.get(method.getName()), method.getName()));
  }
}
