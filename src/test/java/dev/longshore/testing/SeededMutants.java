package dev.longshore.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the engine's tests with one mistake after the other in the engine, each until the first test
 * that fails. The arguments are directories with the changed sources below {@code src/main/java};
 * {@code scripts/mutants} makes them. All in one process, which is warm after the first of them.
 */
public final class SeededMutants {
  private static final Path TESTS = Path.of("target/test-classes/dev/longshore/ecs/service");
  private static final String PACKAGE = "dev.longshore.ecs.service.";

  /** Long ones last; most mistakes are noticed before. */
  private static final List<String> LONG =
      List.of("RollingSimulationTest", "ServiceModelTest", "DaemonSimulationTest");

  private SeededMutants() {}

  public static void main(String[] directories) throws Exception {
    int killed = 0;
    for (String directory : directories) {
      long began = System.nanoTime();
      String verdict = verdict(Path.of(directory));
      killed += verdict.startsWith("killed-by") ? 1 : 0;
      System.out.printf(
          "mutant: name=%s %s seconds=%d%n",
          Path.of(directory).getFileName(),
          verdict,
          Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }
    System.out.printf(
        "mutants: seeded=%d killed=%d not-killed=%d%n",
        directories.length, killed, directories.length - killed);
    Optional<String> without = firstFailure(Path.of("target/seeded/none"));
    without.ifPresent(it -> System.out.println("mutants: without a mutant fails " + it));
    System.exit(killed == directories.length && without.isEmpty() ? 0 : 1);
  }

  private static String verdict(Path directory) throws Exception {
    Optional<String> error = compile(directory);
    if (error.isPresent()) {
      return "stale, it does not compile: " + error.get();
    }
    return firstFailure(directory.resolve("classes")).map("killed-by="::concat).orElse("survived");
  }

  private static Optional<String> compile(Path directory) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter words = new StringWriter();
    Path classes = Files.createDirectories(directory.resolve("classes"));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(directory.resolve("src"))) {
      List<Path> changed = sources.filter(it -> it.toString().endsWith(".java")).toList();
      List<String> options =
          List.of("-proc:none", "-nowarn", "-parameters", "-d", classes.toString());
      boolean done =
          compiler
              .getTask(
                  words, files, null, options, null, files.getJavaFileObjectsFromPaths(changed))
              .call();
      return done ? Optional.empty() : words.toString().lines().findFirst();
    }
  }

  /** The first test that fails where the classes of a directory come before those of the build. */
  private static Optional<String> firstFailure(Path classes) throws Exception {
    Thread current = Thread.currentThread();
    ClassLoader usual = current.getContextClassLoader();
    try (Engine engine = new Engine(classes)) {
      current.setContextClassLoader(engine);
      CancellationToken enough = CancellationToken.create();
      Listener listener = new Listener(enough);
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(names().map(it -> selectClass(engine, PACKAGE + it)).toList())
                  .configurationParameter("junit.jupiter.execution.timeout.default", "10 m")
                  .forExecution()
                  .cancellationToken(enough)
                  .listeners(listener)
                  .build());
      if (listener.ran == 0) {
        throw new IllegalStateException("no test in " + TESTS);
      }
      return Optional.ofNullable(listener.failed.get());
    } finally {
      current.setContextClassLoader(usual);
    }
  }

  private static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(TESTS)) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith("Test.class"))
          .map(it -> it.substring(0, it.length() - ".class".length()))
          .sorted(
              Comparator.comparingInt((String it) -> LONG.indexOf(it))
                  .thenComparing(Comparator.naturalOrder()))
          .toList()
          .stream();
    }
  }

  /** Loads our own classes itself, so that each mistake meets tests that know no other. */
  private static final class Engine extends URLClassLoader {
    Engine(Path changed) throws IOException {
      super(
          Stream.concat(
                  Stream.of(changed),
                  Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                      .map(Path::of)
                      .filter(Files::isDirectory))
              .map(Engine::url)
              .toArray(URL[]::new));
    }

    private static URL url(Path directory) {
      try {
        return directory.toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.longshore.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known == null ? findClass(name) : known;
      }
    }
  }

  private static final class Listener implements TestExecutionListener {
    private final CancellationToken enough;
    private final AtomicReference<String> failed = new AtomicReference<>();
    private int ran;

    Listener(CancellationToken enough) {
      this.enough = enough;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      ran += test.isTest() ? 1 : 0;
      if (result.getStatus() == Status.FAILED && failed.compareAndSet(null, name(test))) {
        enough.cancel();
      }
    }

    private static String name(TestIdentifier test) {
      return test.getSource()
          .map(
              source ->
                  switch (source) {
                    case MethodSource it -> simple(it.getClassName()) + "." + it.getMethodName();
                    case ClassSource it -> simple(it.getClassName());
                    default -> test.getUniqueId();
                  })
          .orElse(test.getUniqueId());
    }

    private static String simple(String className) {
      return className.substring(className.lastIndexOf('.') + 1);
    }
  }
}
