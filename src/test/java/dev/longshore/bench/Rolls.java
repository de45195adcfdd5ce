package dev.longshore.bench;

import dev.longshore.testing.AuditLog.Request;
import java.util.List;

/** What it takes to bring a new revision to every service that is there. */
record Rolls(Bed bed) {
  private static final int TAG = 2;

  /** The new child made and the old one deleted, and a status that tells the begin and the end. */
  private static final int LEAST = 4;

  void run() throws InterruptedException {
    int services = bed.services();
    try (Changed changed = Changed.in(bed)) {
      int before = bed.operatorAsked().requests().size();
      long began = System.nanoTime();
      bed.image(TAG);
      Bed.await().until(() -> bed.completed("web:" + TAG) == services);
      double seconds = (System.nanoTime() - began) / 1e9;
      List<Request> writes =
          bed.operatorAsked().requests().stream().skip(before).filter(Request::writes).toList();
      Figures.print("rolls", services / seconds, "services/s", services);
      print(writes, services);
      changed.print("redundant-writes:roll", writes, services);
    }
  }

  /** Beside the least that it takes, with as many Events as ECS has events of it. */
  private static void print(List<Request> writes, int services) {
    long events = writes.stream().filter(it -> it.right().resource().equals("events")).count();
    double mine = (double) writes.size() / services;
    double least = LEAST + (double) events / services;
    Throughput.report("writes-per-roll", writes, services);
    Figures.print("writes-per-roll-minimum", least, "requests", services);
    Figures.print("writes-per-roll/minimum", mine / least, "ratio", services);
  }
}
