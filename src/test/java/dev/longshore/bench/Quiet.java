package dev.longshore.bench;

import dev.longshore.testing.AuditLog.Request;
import java.time.Duration;
import java.util.List;

/** What the operator asks for, and what it costs, while nothing happens. */
record Quiet(Bed bed, int seconds) {
  void run() throws InterruptedException {
    int services = bed.services();
    Thread.sleep(Duration.ofSeconds(15));
    int before = bed.operatorAsked().requests().size();
    Duration cpu = bed.operator().cpu();
    Thread.sleep(Duration.ofSeconds(seconds));
    List<Request> requests = bed.operatorAsked().requests().stream().skip(before).toList();
    long writes = requests.stream().filter(Request::writes).count();
    long watches = requests.stream().filter(it -> it.right().verb().equals("watch")).count();
    Figures.print("quiet-writes", writes, "requests", services);
    Figures.print("quiet-reads", requests.size() - writes - watches, "requests", services);
    Figures.print(
        "quiet-cpu",
        Figures.milliseconds(bed.operator().cpu().minus(cpu)) / seconds,
        "ms/s",
        services);
  }
}
