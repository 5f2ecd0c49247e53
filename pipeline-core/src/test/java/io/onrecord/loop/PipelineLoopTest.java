package io.onrecord.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onrecord.testkit.Broker;
import org.junit.jupiter.api.Test;

/** Against the broker in this JVM, always. */
final class PipelineLoopTest extends PipelineLoopContract {
  @Override
  String bootstrapServers() {
    return Broker.shared().bootstrapServers();
  }

  @Test
  void aLoopOutlivesItsBrokerAndSaysWhenItIsNotReady() throws Exception {
    try (Broker broker = Broker.open()) {
      LoopWorld world = new LoopWorld(broker.bootstrapServers());
      world.put("a-1");
      try (PipelineLoop loop = world.start(world.echo())) {
        await().atMost(SOON).until(() -> world.committed(world.output).size() == 1);
        broker.stop();
        await().atMost(SOON).until(() -> !world.health.isReady());
        broker.start();
        world.put("a-2");
        await().atMost(SOON).until(() -> world.committed(world.output).size() >= 2);
        await().atMost(SOON).until(world.health::isReady);
      }
      assertThat(world.committedTexts(world.output)).containsExactly("a-1!", "a-2!");
      assertThat(world.fatal).isEmpty();
    }
  }
}
