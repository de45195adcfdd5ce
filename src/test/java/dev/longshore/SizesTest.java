package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Methods stay small enough to be read at once, and say by few parameters what they depend on. */
class SizesTest {
  private static final int LINES = 30;
  private static final int PARAMETERS = 4;

  @Test
  void methodsAreShortAndTakeFewParameters() throws IOException {
    List<Method> methods = methods();

    assertThat(methods).hasSizeGreaterThan(1_000);
    assertThat(methods).filteredOn(it -> it.lines() > LINES).isEmpty();
    assertThat(methods).filteredOn(it -> it.parameters() > PARAMETERS).isEmpty();
  }

  private record Method(String name, int lines, int parameters) {}

  private static List<Method> methods() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources =
          Repository.files()
              .filter(file -> file.startsWith("src/main/java") && file.toString().endsWith(".java"))
              .toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      Scanner scanner = new Scanner(Trees.instance(task).getSourcePositions());
      for (CompilationUnitTree unit : task.parse()) {
        scanner.read(unit);
      }
      return scanner.methods;
    }
  }

  /** Collects methods; the canonical constructor of a record has as many parameters as that. */
  private static final class Scanner extends TreeScanner<Void, String> {
    private final List<Method> methods = new ArrayList<>();
    private final SourcePositions positions;
    private CompilationUnitTree unit;

    Scanner(SourcePositions positions) {
      this.positions = positions;
    }

    void read(CompilationUnitTree next) {
      unit = next;
      scan(next, "");
    }

    @Override
    public Void visitClass(ClassTree type, String outer) {
      boolean record = type.getKind() == Tree.Kind.RECORD;
      String name = outer + type.getSimpleName() + (record ? "(record)" : "") + ".";
      return super.visitClass(type, name);
    }

    @Override
    public Void visitMethod(MethodTree method, String type) {
      boolean canonical = type.endsWith("(record).") && method.getReturnType() == null;
      methods.add(
          new Method(
              type + method.getName(),
              (int) (line(method, true) - line(method, false) + 1),
              canonical ? 0 : method.getParameters().size()));
      return super.visitMethod(method, type);
    }

    private long line(Tree tree, boolean end) {
      long position =
          end ? positions.getEndPosition(unit, tree) : positions.getStartPosition(unit, tree);
      return unit.getLineMap().getLineNumber(position);
    }
  }
}
