package dev.longshore;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** The walls of docs/architecture.md. A rule without a class to judge fails, unless it says why. */
@AnalyzeClasses(packages = "dev.longshore", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String API = "dev.longshore.api..";
  private static final String CORE = "dev.longshore.core..";
  private static final String PODSPEC = "dev.longshore.ecs.podspec..";
  private static final String FABRIC8_CLIENT = "io.fabric8.kubernetes.client..";
  private static final String SDK = "io.javaoperatorsdk..";

  @ArchTest
  static final ArchRule apiIsDataOnly =
      classes()
          .that()
          .resideInAPackage(API)
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage(API)
                  .or(resideInAPackage("java.."))
                  .or(resideInAPackage("com.fasterxml.jackson.annotation.."))
                  .or(resideInAPackage("org.jspecify.annotations.."))
                  .or(resideInAPackage("io.fabric8.crd.generator.annotation.."))
                  .or(resideInAPackage("io.fabric8.generator.annotation.."))
                  .or(resideInAPackage("io.fabric8.kubernetes.api.model.."))
                  .or(resideInAPackage("io.fabric8.kubernetes.model.annotation.."))
                  .or(simpleName("CustomResource")));

  @ArchTest
  static final ArchRule coreKnowsNoEcs =
      noClasses()
          .that()
          .resideInAPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.longshore.ecs..", "dev.longshore.bindings..", API);

  @ArchTest
  static final ArchRule desiredStateIsPure =
      noClasses()
          .that()
          .resideInAPackage(PODSPEC)
          .or()
          .haveSimpleNameEndingWith("Resources")
          .or()
          .haveSimpleNameEndingWith("Statuses")
          .or()
          .haveSimpleNameEndingWith("Inputs")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FABRIC8_CLIENT, SDK);

  @ArchTest
  static final ArchRule onlyTheWritersAndTheEdgesUseTheClient =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.longshore.operator..", "dev.longshore.cli..", "dev.longshore.localcluster..")
          .and()
          .doNotHaveFullyQualifiedName("dev.longshore.core.WriteGate")
          .and()
          .doNotHaveFullyQualifiedName("dev.longshore.core.Applier")
          .and()
          .doNotHaveFullyQualifiedName("dev.longshore.core.Actions")
          .and()
          .doNotHaveFullyQualifiedName("dev.longshore.core.StatusWriter")
          .and()
          .doNotHaveFullyQualifiedName("dev.longshore.core.Events")
          .and()
          // hands the client's own way of reading objects to a watch, and asks the client nothing
          .doNotHaveFullyQualifiedName("dev.longshore.core.Caches")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(KubernetesClient.class);

  @ArchTest
  static final ArchRule theEnvironmentHasOneReader =
      noClasses()
          .that()
          .doNotHaveSimpleName("OperatorConfig")
          .and()
          // whether the command line runs in a pod
          .doNotHaveSimpleName("Kubeconfig")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule theClockIsMadeInOnePlace =
      noClasses()
          .that()
          .doNotHaveSimpleName("OperatorApp")
          .and()
          .resideOutsideOfPackages("dev.longshore.cli..", "dev.longshore.localcluster..")
          .should()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule packagesFormNoCircle =
      slices().matching("dev.longshore.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nounsFormNoCircle =
      slices().matching("dev.longshore.ecs.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule namesSayWhatAClassDoes =
      noClasses().should().haveNameMatching(".*\\.[^.]*(Util|Helper|Manager|Impl)[^.]*");

  @ArchTest
  static final ArchRule thereIsNoStaticState =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .beFinal()
          .andShould()
          .notHaveRawType(AtomicBoolean.class)
          .andShould()
          .notHaveRawType(AtomicInteger.class)
          .andShould()
          .notHaveRawType(AtomicLong.class)
          .andShould()
          .notHaveRawType(AtomicReference.class);

  @ArchTest
  static final ArchRule inheritanceIsOneStepDeep =
      noClasses()
          .should(
              be(
                  describe(
                      "classes with a grandparent of ours",
                      type -> parent(type).flatMap(ArchitectureTest::parent).isPresent())));

  private static Optional<JavaClass> parent(JavaClass type) {
    return type.getRawSuperclass().filter(it -> it.getPackageName().startsWith("dev.longshore"));
  }
}
