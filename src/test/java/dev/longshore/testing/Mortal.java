package dev.longshore.testing;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends an operator at one of its writes: nothing that it asks for afterwards reaches the API
 * server, as if its process had been killed.
 */
public final class Mortal implements Interceptor {
  private static final Set<String> READS = Set.of("GET", "HEAD");

  private final AtomicInteger writes = new AtomicInteger();
  private final CountDownLatch dead = new CountDownLatch(1);
  private final int last;
  private final boolean sent;

  /**
   * One that dies at a write.
   *
   * @param last number of the write, from 1
   * @param sent whether that one still reaches the API server
   */
  public Mortal(int last, boolean sent) {
    this.last = last;
    this.sent = sent;
  }

  /** Whether the write was reached within the time. */
  public boolean awaitDeath(Duration time) throws InterruptedException {
    return dead.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    if (dead.getCount() == 0) {
      throw new IllegalStateException("The process was killed.");
    }
    if (READS.contains(request.method()) || writes.incrementAndGet() < last) {
      return;
    }
    if (!sent) {
      dead.countDown();
      throw new IllegalStateException("The process is killed before the write.");
    }
  }

  @Override
  public void after(
      HttpRequest request,
      HttpResponse<?> response,
      AsyncBody.Consumer<List<ByteBuffer>> consumer) {
    if (!READS.contains(request.method()) && writes.get() >= last) {
      dead.countDown();
    }
  }
}
