package dev.longshore.bench;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Does the same for each of many numbers, as many at a time as the operator has threads. */
final class Load {
  private Load() {}

  static void of(int from, int count, IntConsumer work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(Bed.CONCURRENCY)) {
      List<? extends Future<?>> all =
          IntStream.range(from, from + count)
              .mapToObj(number -> threads.submit(() -> work.accept(number)))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
  }
}
