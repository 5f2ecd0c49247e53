package io.onrecord.normalize;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.stream.Stream;

/** A stage knows the values of the stages before it and nothing else of the pipeline. */
@AnalyzeClasses(packages = "io.onrecord.normalize", importOptions = DoNotIncludeTests.class)
final class StagesTest {
  private static final List<String> STAGES =
      List.of("decode", "parse", "repair", "classify", "structure", "fingerprint");

  @ArchTest
  void noStageReachesBack(JavaClasses classes) {
    for (int i = 0; i < STAGES.size() - 1; i++) {
      String[] later =
          STAGES.subList(i + 1, STAGES.size()).stream()
              .map(StagesTest::stage)
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(stage(STAGES.get(i)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .check(classes);
    }
  }

  @ArchTest
  void noStageKnowsThePipelineKafkaOrTheClock(JavaClasses classes) {
    String[] stages =
        Stream.concat(STAGES.stream(), Stream.of("language"))
            .map(StagesTest::stage)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAnyPackage(stages)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "io.onrecord.loop..", "io.onrecord.topic..")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("io.onrecord.normalize")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(classes);
  }

  private static String stage(String name) {
    return "io.onrecord.normalize." + name + "..";
  }
}
