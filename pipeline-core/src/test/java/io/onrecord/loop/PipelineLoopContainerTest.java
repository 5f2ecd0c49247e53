package io.onrecord.loop;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/**
 * Against the official image, where Docker answers and has it. The proofs profile fetches the image
 * first; the daily run does not depend on a registry.
 */
final class PipelineLoopContainerTest extends PipelineLoopContract {
  private static final String IMAGE = "apache/kafka:4.3.1";
  private static final KafkaContainer KAFKA =
      new KafkaContainer(IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");

  @BeforeAll
  static void start() {
    DockerClientFactory docker = DockerClientFactory.instance();
    Assumptions.assumeTrue(docker.isDockerAvailable(), "Docker does not answer");
    Assumptions.assumeTrue(
        System.getProperty("onrecord.proofs", "short").equals("full") || has(docker),
        "Docker has no image " + IMAGE);
    KAFKA.start();
  }

  private static boolean has(DockerClientFactory docker) {
    return !docker.client().listImagesCmd().withReferenceFilter(IMAGE).exec().isEmpty();
  }

  @AfterAll
  static void stop() {
    KAFKA.stop();
  }

  @Override
  String bootstrapServers() {
    return KAFKA.getBootstrapServers();
  }
}
