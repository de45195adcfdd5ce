package dev.longshore.ecs.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.ecs.service.Engine.Child;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollingEngineTest {
  private final Engine engine = new RollingEngine();

  /**
   * A child is written target/replicas/live/healthy, then /unhealthy where some are and /ready
   * where that is more than healthy, /held, /draining and /1 where it was given up.
   */
  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "4, 100, 200, 4/0/0/0, a new service starts all tasks at once, 4, false",
    "4, 100, 200, 4/4/4/4, nothing to do in steady state, 4, false",
    "4, 100, 200, 4/0/0/0 0/4/4/4, new tasks start up to the maximum, 4 4, false",
    "4, 100, 200, 4/4/4/0 0/4/4/4, no old task stops before a new one is healthy, 4 4, false",
    "4, 100, 200, 4/4/4/3 0/4/4/4, an old task stops for each healthy new one, 4 1, false",
    "4, 50, 100, 4/0/0/0 0/4/4/4, without surge old tasks stop first, 0 2, false",
    "4, 50, 100, 4/0/0/0 0/2/4/4, and new ones wait until those are gone, 0 2, false",
    "4, 50, 100, 4/0/0/0 0/2/2/2, then take their place, 2 2, false",
    "4, 50, 200, 4/0/0/0 0/4/4/4, both at once where bounds permit, 4 2, false",
    "4, 100, 100, 4/0/0/0 0/4/4/4, equal bounds can never roll, 0 4, true",
    "3, 100, 125, 3/0/0/0 0/3/3/3, also when rounding makes them equal, 0 3, true",
    "4, 100, 100, 4/0/0/0 0/4/4/3, an unhealthy old task is replaced by its own, 0 4, true",
    "4, 100, 200, 4/4/4/0 0/4/4/3, also while new ones wait to be healthy, 4 4, false",
    "4, 100, 200, 4/4/4/1 0/4/4/3, and stops for one that is, 4 3, false",
    "1, 100, 200, 1/1/1/0 0/1/1/0, the only one too, 1 1, false",
    "4, 100, 200, 4/4/4/0 0/4/4/0, old tasks that never were healthy wait for the first new one, 4"
        + " 4, false",
    "4, 100, 200, 4/4/4/1 0/4/4/0, and go one for one, 4 3, false",
    "4, 50, 100, 4/0/0/0 0/4/4/0, without surge they make room down to the minimum, 0 2, false",
    "4, 50, 100, 4/2/2/1 0/2/2/0, and wait, 2 1, false",
    "4, 50, 100, 4/2/2/2 0/2/2/0, until the new ones are the minimum, 2 0, false",
    "4, 50, 100, 4/2/2/0 0/2/2/1, new ones that never are take no more, 2 2, false",
    "4, 100, 100, 4/0/0/0 0/4/4/0, where bounds never leave room all that is broken goes, 0 0,"
        + " false",
    "4, 100, 200, 4/4/4/3 0/4/4/0/0/0/0/0/1, what was given up is not replaced, 4 0, false",
    "4, 100, 200, 4/2/2/0 0/2/2/0 0/4/4/3, the middle one goes before the last completed, 2 0 4,"
        + " false",
    "0, 100, 200, 0/4/4/4, desired 0 stops everything, 0, false",
    "2, 100, 200, 2/5/5/5, a scale-in stops down to the minimum, 2, false",
    "2, 100, 200, 1/3/3/3 1/2/2/2, over all providers together, 1 1, false",
    "6, 100, 200, 4/2/2/2 2/1/1/1, a scale-out starts on all providers, 4 2, false",
    "10, 90, 110, 10/0/0/0 0/10/10/10, one more and one less, 1 9, false",
    "1, 0, 100, 1/0/0/0 0/1/1/1, downtime is allowed at 0 percent, 0 0, false",
    "4, 100, 200, 4/2/2/0 0/2/2/0 0/4/4/4, the middle one of three drains first, 2 0 4, false",
    "4, 100, 200, 4/4/4/3/1, the replacement of an unhealthy task starts first, 5, false",
    "4, 100, 200, 4/5/5/3/1, and is waited for, 5, false",
    "4, 100, 200, 4/5/5/4/1, then the unhealthy one stops, 4, false",
    "4, 50, 100, 4/4/4/3/1, without room it is not started, 4, false",
    "4, 100, 125, 4/4/4/2/2, as many first as there is room for, 5, false",
    "4, 100, 200, 4/0/0/0 0/4/8/8, pods that are still to be deleted count, 0 4, false",
    "4, 100, 100, 4/4/4/4, bounds without room stall nothing that is steady, 4, false",
    "3, 100, 125, 3/3/3/2/1, nor where one is unhealthy and no deployment waits, 3, false",
    "4, 100, 100, 4/4/4/0 0/4/4/4, nor a roll that only waits for new ones to be healthy, 4 4, false",
    "4, 100, 100, 4/2/2/2 0/2/2/2, but one that is half done, 2 2, true",
    "4, 100, 100, 4/0/0/0 0/3/3/3, what a lost task left room for is taken, 1 3, false",
    "4, 100, 100, 4/0/0/0 0/3/3/2, and an unhealthy one stays meanwhile, 1 3, false",
    "6, 50, 100, 4/0/0/0 2/0/0/0 0/3/3/3, room is given once, 3 0 3, false",
    "4, 50, 200, 4/4/4/0 0/4/4/2/0/4, of the ready any may be dropped also a healthy one, 4 4,"
        + " false",
    "4, 50, 200, 4/4/4/1 0/4/4/2/0/4, so no more than may be spared, 4 3, false",
    "4, 50, 200, 4/4/4/1 0/4/4/2/0/3, beside those that are not ready, 4 2, false",
    "4, 50, 200, 4/4/4/1 0/3/4/2/0/4, and a stop under way may have taken one already, 4 3, false",
    "4, 50, 200, 4/4/4/2 0/4/4/2/0/4, with all of them to spare all go, 4 0, false",
    "4, 100, 200, 4/4/4/4 0/4/4/4/0/4/3, protected tasks of an older one stay, 4 3, false",
    "1, 100, 200, 1/4/4/4/0/4/2, and when the service shrinks, 2, false",
    "0, 100, 200, 0/4/4/4/0/4/4, even to nothing, 4, false",
    "4, 100, 125, 4/0/0/0 0/4/4/4/0/4/4, and take the room of new ones, 1 4, false",
    "4, 100, 200, 4/4/4/4/0/4/0/2, others start before tasks on cordoned nodes stop, 6, false",
    "4, 100, 200, 4/6/6/5/0/5/0/2, which stay until all of those are ready, 6, false",
    "4, 100, 200, 4/6/6/6/0/6/0/2, and are the first to go then, 4, false",
    "4, 100, 200, 4/4/6/6/0/6/0/2, and count as gone, 4, false",
    "4, 100, 125, 4/4/4/4/0/4/0/2, as many start as there is room for, 5, false",
    "4, 100, 125, 4/5/5/5/0/5/0/2, one goes for each that is there, 4, false",
    "4, 100, 125, 4/4/5/5/0/5/0/2, before the next may start, 4, false",
    "4, 50, 100, 4/4/4/4/0/4/0/3, without room they stop first down to the minimum, 2, false",
    "4, 50, 100, 4/2/2/2/0/2/0/1, and others start, 4, false",
    "4, 50, 100, 4/4/4/2/0/2/0/1, and are waited for, 4, false",
    "4, 100, 100, 4/4/4/4/0/4/0/1, bounds without room keep them where they are, 4, false",
    "4, 100, 200, 4/4/4/4 0/4/4/4/0/4/0/4, those of an older one go anyway, 4 0, false",
    "2, 100, 200, 2/4/4/4/0/4/0/1, a scale-in takes them first, 2, false",
  })
  void stepsWithinTheBounds(
      int desired,
      int minimum,
      int maximum,
      String children,
      String because,
      String expected,
      boolean stalled) {
    Engine.Step step = engine.next(Bounds.of(desired, minimum, maximum), children(children));

    assertThat(step.replicas())
        .as(because)
        .isEqualTo(Arrays.stream(expected.split(" ")).map(Integer::valueOf).toList());
    assertThat(step.stalled()).as(because).isEqualTo(stalled);
  }

  private static List<Child> children(String text) {
    return Arrays.stream(text.split(" "))
        .map(child -> Arrays.stream(child.split("/")).mapToInt(Integer::parseInt).toArray())
        .map(
            n ->
                new Child(
                    "child",
                    n[0],
                    n[1],
                    n[2],
                    n.length > 5 ? n[5] : n[3],
                    n[3],
                    n.length > 4 ? n[4] : 0,
                    n.length > 6 ? n[6] : 0,
                    n.length > 7 ? n[7] : 0,
                    n.length > 8 && n[8] > 0))
        .toList();
  }
}
