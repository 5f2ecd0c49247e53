package io.onrecord;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Which way things point in the module that all others stand on. */
@AnalyzeClasses(packages = "io.onrecord", importOptions = ImportOption.DoNotIncludeTests.class)
final class CoreArchitectureTest {
  @ArchTest
  static final ArchRule packagesDoNotGoInCircles =
      SlicesRuleDefinition.slices().matching("io.onrecord.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theDocumentKnowsNothingOfKafka =
      noClasses()
          .that()
          .resideInAPackage("io.onrecord.document..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.onrecord.event..", "io.onrecord.loop..");

  @ArchTest
  static final ArchRule theCoreKnowsNoService =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.onrecord.ingest..",
              "io.onrecord.normalize..",
              "io.onrecord.index..",
              "io.onrecord.standalone..");

  @ArchTest
  static final ArchRule theLoopIsTheTopOfTheCore =
      classes()
          .that()
          .resideInAPackage("io.onrecord.loop..")
          .should()
          .onlyHaveDependentClassesThat()
          .resideInAnyPackage("io.onrecord.loop..");
}
