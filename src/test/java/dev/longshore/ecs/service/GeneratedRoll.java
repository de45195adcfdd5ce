package dev.longshore.ecs.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A service that changes several times in a row, each time before or after what was begun is over.
 *
 * @param share of two capacity providers: base and weights; none for a service without providers
 * @param checked whether the tasks have a health check, which then fails for one of them in between
 */
record GeneratedRoll(
    int number,
    int desired,
    int minimum,
    int maximum,
    List<Integer> share,
    boolean checked,
    List<Turn> turns) {
  private static final int MOST_TURNS = 4;

  /** What somebody or something does. */
  enum Kind {
    NEXT_REVISION,
    IMAGE_IS_MISSING,
    CONTAINER_EXITS,
    NEW_DEPLOYMENT,
    ANOTHER_COUNT,
    A_TASK_TURNS_ILL
  }

  /**
   * One of the changes.
   *
   * @param count of tasks from then on
   * @param image that the newest revision has from then on
   * @param pause until the next, in milliseconds
   */
  record Turn(Kind kind, int number, int count, String image, int pause) {
    boolean deploys() {
      return kind != Kind.ANOTHER_COUNT && kind != Kind.A_TASK_TURNS_ILL;
    }

    boolean registers() {
      return deploys() && kind != Kind.NEW_DEPLOYMENT;
    }
  }

  static GeneratedRoll of(long seed, int number) {
    Random random = new Random(seed + number);
    boolean checked = random.nextBoolean();
    List<Integer> share =
        random.nextBoolean()
            ? List.of()
            : List.of(random.nextInt(3), 1 + random.nextInt(3), random.nextInt(4));
    int desired = random.nextInt(1, 7);
    return new GeneratedRoll(
        number,
        desired,
        List.of(0, 33, 50, 75, 100).get(random.nextInt(5)),
        List.of(100, 125, 150, 200).get(random.nextInt(4)),
        share,
        checked,
        turns(random, number, desired, checked));
  }

  /** The first is of each kind in its turn; a second task that turns ill could be a failure. */
  private static List<Turn> turns(Random random, int number, int desired, boolean checked) {
    List<Turn> turns = new ArrayList<>();
    int count = desired;
    String image = first();
    for (int i = 1 + random.nextInt(MOST_TURNS); i > 0; i--) {
      Kind[] kinds = Kind.values();
      Kind kind = kinds[turns.isEmpty() ? number % kinds.length : random.nextInt(kinds.length)];
      boolean illBefore = turns.stream().anyMatch(it -> it.kind() == Kind.A_TASK_TURNS_ILL);
      if (kind == Kind.A_TASK_TURNS_ILL && (!checked || illBefore)) {
        kind = Kind.NEXT_REVISION;
      }
      int version = turns.size() + 2;
      count = kind == Kind.ANOTHER_COUNT ? random.nextInt(1, 8) : count;
      image =
          switch (kind) {
            case NEXT_REVISION -> "example/web:" + version;
            case IMAGE_IS_MISSING -> "simulated/missing:" + version;
            case CONTAINER_EXITS -> "simulated/exits:" + version;
            default -> image;
          };
      turns.add(new Turn(kind, version, count, image, random.nextInt(2_500)));
    }
    return List.copyOf(turns);
  }

  static String first() {
    return "example/web:1";
  }

  String name() {
    return "roll-" + number;
  }

  private Turn last() {
    return turns.getLast();
  }

  int count() {
    return last().count();
  }

  boolean fails() {
    return last().image().startsWith("simulated/");
  }

  /** What may run in the end: after a failure what was COMPLETED last, whichever came so far. */
  List<String> images() {
    return fails()
        ? Stream.concat(Stream.of(first()), turns.stream().map(Turn::image))
            .filter(it -> !it.startsWith("simulated/"))
            .distinct()
            .toList()
        : List.of(last().image());
  }

  /** What the condition Ready may say in the end. */
  List<String> ends() {
    String open = fails() ? "False RolledBack" : "True SteadyState";
    if (!Bounds.of(count(), minimum, maximum).stuck()) {
      return List.of(open);
    }
    // it may have been over before its bounds got so narrow
    boolean everWide =
        IntStream.concat(IntStream.of(desired), turns.stream().mapToInt(Turn::count))
            .anyMatch(it -> !Bounds.of(it, minimum, maximum).stuck());
    boolean deploys = turns.stream().anyMatch(Turn::deploys);
    return everWide
        ? List.of("False DeploymentConfiguration", "True SteadyState", "False RolledBack")
        : List.of(deploys ? "False DeploymentConfiguration" : open);
  }
}
