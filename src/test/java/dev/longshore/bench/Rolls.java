package dev.longshore.bench;

import dev.longshore.testing.AuditLog.Request;
import java.util.List;

/** What it takes to bring a new revision to every service that is there. */
record Rolls(Bed bed) {
  private static final int TAG = 2;

  void run() {
    int services = bed.services();
    int before = bed.operatorAsked().requests().size();
    long began = System.nanoTime();
    bed.image(TAG);
    Bed.await().until(() -> bed.completed("web:" + TAG) == services);
    double seconds = (System.nanoTime() - began) / 1e9;
    List<Request> writes =
        bed.operatorAsked().requests().stream().skip(before).filter(Request::writes).toList();
    Figures.print("writes-per-roll", (double) writes.size() / services, "requests", services);
    Figures.print("rolls", services / seconds, "services/s", services);
  }
}
