package dev.longshore.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.informers.cache.BasicItemStore;
import io.fabric8.kubernetes.client.informers.cache.Cache;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentTest {
  private final Recent<Pod> recent =
      new Recent<>(new BasicItemStore<>(Cache::metaNamespaceKeyFunc));

  @Test
  void whatWasBeingChangedAndWhatChangedSinceIsTold() {
    put("one");
    put("two");
    long then = recent.now();
    assertThat(since(then)).containsExactly("two");

    put("three");

    assertThat(since(then)).containsExactly("two", "three");
  }

  @Test
  void whatIsGoneIsNotTold() {
    put("one");
    recent.remove("shop/one");

    assertThat(since(recent.now())).isEmpty();
  }

  @Test
  void allIsToldOfWhatIsTooLongAgo() {
    IntStream.range(0, 1000).forEach(it -> put("pod-" + it));

    assertThat(since(10)).hasSize(1000);
    assertThat(since(recent.now() - 3)).containsExactly("pod-996", "pod-997", "pod-998", "pod-999");
  }

  private List<String> since(long then) {
    return recent.since(then).map(it -> it.getMetadata().getName()).toList();
  }

  private void put(String name) {
    Pod pod =
        new PodBuilder()
            .withNewMetadata()
            .withNamespace("shop")
            .withName(name)
            .endMetadata()
            .build();
    recent.put(recent.getKey(pod), pod);
  }
}
