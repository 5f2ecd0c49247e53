package io.onrecord.loop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onrecord.settings.CoreSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

/**
 * What the loop promises, whatever broker it meets: the embedded one and the official container run
 * the same tests.
 */
abstract class PipelineLoopContract {
  static final Duration SOON = Duration.ofSeconds(90);

  /** A real broker. */
  abstract String bootstrapServers();

  @Test
  void everyRecordGivesItsOutputOnceAndInTheOrderOfItsKey() throws Exception {
    LoopWorld world = new LoopWorld(bootstrapServers());
    String[] texts = LoopWorld.texts(7, 60);
    world.put(texts);
    try (PipelineLoop loop = world.start(world.echo())) {
      await().atMost(SOON).until(() -> world.committed(world.output).size() >= texts.length);
    }
    List<String> outputs = world.committedTexts(world.output);
    assertThat(outputs).hasSize(texts.length);
    for (int key = 0; key < 7; key++) {
      String prefix = "k" + key + "-";
      assertThat(outputs.stream().filter(t -> t.startsWith(prefix)))
          .containsExactlyElementsOf(
              IntStream.range(0, 60).mapToObj(i -> prefix + i + "!").toList());
    }
  }

  @Test
  void aSecondLoopGoesOnWhereTheFirstStopped() throws Exception {
    LoopWorld world = new LoopWorld(bootstrapServers());
    world.put("a-1");
    try (PipelineLoop loop = world.start(world.echo())) {
      await().atMost(SOON).until(() -> world.committed(world.output).size() == 1);
    }
    world.put("a-2");
    try (PipelineLoop loop = world.start(world.echo())) {
      await().atMost(SOON).until(() -> world.committed(world.output).size() >= 2);
    }
    assertThat(world.committedTexts(world.output)).containsExactly("a-1!", "a-2!");
  }

  @Test
  void anUnreadableRecordBecomesADeadLetterAndTheRestGoesOn() throws Exception {
    LoopWorld world = new LoopWorld(bootstrapServers());
    world.put("a-1", "a-bad", "a-2");
    Transform transform =
        record -> {
          if (LoopWorld.text(record.value()).endsWith("bad")) {
            throw new RejectedRecordException("decode", new IllegalStateException("not a page"));
          }
          return world.echo().apply(record);
        };
    try (PipelineLoop loop = world.start(transform)) {
      await().atMost(SOON).until(() -> world.committed(world.output).size() == 2);
    }
    List<ConsumerRecord<byte[], byte[]>> letters = world.committed(world.dead);
    assertThat(letters).hasSize(1);
    ConsumerRecord<byte[], byte[]> letter = letters.getFirst();
    assertThat(letter.key()).isEqualTo("a".getBytes(UTF_8));
    assertThat(letter.value()).isEqualTo("a-bad".getBytes(UTF_8));
    assertThat(header(letter, "__connect.errors.topic")).isEqualTo(world.input);
    assertThat(header(letter, "__connect.errors.offset")).isEqualTo("1");
    assertThat(header(letter, "__connect.errors.stage")).isEqualTo("decode");
    assertThat(header(letter, "__connect.errors.exception.class.name"))
        .isEqualTo(IllegalStateException.class.getName());
    assertThat(header(letter, "__connect.errors.exception.message")).isEqualTo("not a page");
    assertThat(header(letter, "__connect.errors.exception.stacktrace"))
        .contains("PipelineLoopContract");
    assertThat(header(letter, "onrecord.errors.service")).isEqualTo("echo");
    assertThat(header(letter, "onrecord.errors.attempt")).isEqualTo("1");
  }

  @Test
  void recordsThatTakeTheTransformDownCostOneDeadLetterEach() throws Exception {
    LoopWorld world = new LoopWorld(bootstrapServers());
    AtomicBoolean release = new AtomicBoolean();
    world.put("a-1", "a-loop", "a-deaf", "a-deep", "a-memory", "a-2");
    Transform transform =
        record -> {
          switch (LoopWorld.text(record.value())) {
            case "a-loop" -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
            }
            case "a-deaf" -> {
              while (!release.get()) {
                Thread.onSpinWait();
              }
            }
            case "a-deep" -> recurse(0);
            case "a-memory" -> throw new OutOfMemoryError("this page");
            default -> {
              return world.echo().apply(record);
            }
          }
          return List.of();
        };
    try (PipelineLoop loop =
        world.start(world.core, world.settings(Duration.ofMillis(700)), transform)) {
      await().atMost(SOON).until(() -> world.committed(world.output).size() == 2);
    } finally {
      release.set(true);
    }
    assertThat(world.committed(world.dead).stream().map(r -> LoopWorld.text(r.value())))
        .containsExactly("a-loop", "a-deaf", "a-deep", "a-memory");
    assertThat(
            world.committed(world.dead).stream()
                .map(
                    r -> header(r, "__connect.errors.exception.class.name").replaceAll(".*\\.", ""))
                .collect(Collectors.joining(" ")))
        .isEqualTo("TimeoutException TimeoutException StackOverflowError OutOfMemoryError");
  }

  @Test
  void memoryThatANeighbourTookIsNotTheRecordsFault() throws Exception {
    LoopWorld world = new LoopWorld(bootstrapServers());
    AtomicBoolean firstTry = new AtomicBoolean(true);
    world.put("a-1", "a-2");
    Transform transform =
        record -> {
          if (LoopWorld.text(record.value()).equals("a-1") && firstTry.getAndSet(false)) {
            throw new OutOfMemoryError("a neighbour took it all");
          }
          return world.echo().apply(record);
        };
    try (PipelineLoop loop = world.start(transform)) {
      await().atMost(SOON).until(() -> world.committed(world.output).size() == 2);
    }
    assertThat(world.committedTexts(world.output)).containsExactly("a-1!", "a-2!");
    assertThat(world.committed(world.dead)).isEmpty();
  }

  @Test
  void anOutputThatItsTopicCannotHoldMakesItsInputADeadLetter() throws Exception {
    LoopWorld world = new LoopWorld(bootstrapServers());
    world.put("a-1", "a-big");
    Transform transform =
        record -> {
          String text = LoopWorld.text(record.value());
          return List.of(world.answer(record, text.endsWith("big") ? "x".repeat(1001) : text));
        };
    try (PipelineLoop loop = world.start(transform)) {
      await().atMost(SOON).until(() -> world.committed(world.dead).size() == 1);
    }
    ConsumerRecord<byte[], byte[]> letter = world.committed(world.dead).getFirst();
    assertThat(header(letter, "__connect.errors.stage")).isEqualTo("produce");
    assertThat(header(letter, "__connect.errors.exception.message")).contains("1001", "1000");
    assertThat(world.committedTexts(world.output)).containsExactly("a-1");
  }

  @Test
  void twoInstancesShareTheWorkAndOneTakesOverFromTheOther() throws Exception {
    LoopWorld world = new LoopWorld(bootstrapServers());
    String[] first = LoopWorld.texts(30, 5);
    LoopSettings settings = world.settings(Duration.ofSeconds(20));
    PipelineLoop one = world.start(world.named("one"), settings, world.echo());
    try (PipelineLoop two = world.start(world.named("two"), settings, world.echo())) {
      world.put(first);
      await().atMost(SOON).until(() -> world.committed(world.output).size() >= first.length);
      one.close();
      world.put("z-1", "y-1", "x-1", "w-1", "v-1", "u-1");
      await().atMost(SOON).until(() -> world.committed(world.output).size() >= first.length + 6);
    }
    assertThat(world.committedTexts(world.output))
        .hasSize(first.length + 6)
        .doesNotHaveDuplicates()
        .containsAll(Arrays.stream(first).map(t -> t + "!").toList());
  }

  @Test
  void anInstanceWhoseNameIsTakenStopsAndSaysWhy() throws Exception {
    LoopWorld world = new LoopWorld(bootstrapServers());
    world.put("a-1");
    try (PipelineLoop zombie = world.start(world.echo())) {
      await().atMost(SOON).until(() -> world.committed(world.output).size() == 1);
      try (PipelineLoop heir = world.start(world.echo())) {
        await()
            .atMost(SOON)
            .until(
                () -> {
                  world.put("a-2", "b-2", "c-2", "d-2", "e-2", "f-2");
                  return !world.fatal.isEmpty();
                });
      }
    }
    assertThat(world.fatal.getFirst())
        .isInstanceOf(FatalLoopException.class)
        .hasMessageContaining("instance.name");
  }

  @Test
  void aDeadLetterThatCannotBeWrittenStopsTheLoop() throws Exception {
    LoopWorld world = new LoopWorld(bootstrapServers(), Map.of("max.block.ms", "5000"));
    try (Admin admin = KafkaClients.admin(world.core)) {
      admin.deleteTopics(List.of(world.dead)).all().get();
      await().atMost(SOON).until(() -> !admin.listTopics().names().get().contains(world.dead));
    }
    world.put("a-bad");
    Transform transform =
        record -> {
          throw new IllegalStateException("unreadable");
        };
    try (PipelineLoop loop = world.start(transform)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> !world.fatal.isEmpty());
    }
    assertThat(world.fatal.getFirst())
        .isInstanceOf(FatalLoopException.class)
        .hasMessageContaining(world.dead);
    assertThat(world.committed(world.output)).isEmpty();
  }

  @Test
  void aDeadLetterThatItsTopicCannotHoldStopsTheLoopAndSaysWhatToRaise() throws Exception {
    LoopWorld world = new LoopWorld(bootstrapServers());
    try (Admin admin = KafkaClients.admin(world.core)) {
      alter(admin, world.dead, "max.message.bytes", "300");
    }
    world.put("a-bad", "a-1");
    Transform transform =
        record -> {
          throw new IllegalStateException("unreadable");
        };
    try (PipelineLoop loop = world.start(transform)) {
      await().atMost(SOON).until(() -> !world.fatal.isEmpty());
    }
    assertThat(world.fatal.getFirst())
        .isInstanceOf(FatalLoopException.class)
        .hasMessageContaining("max.message.bytes");
    assertThat(world.committed(world.output)).isEmpty();
  }

  private static void alter(Admin admin, String topic, String name, String value) throws Exception {
    admin
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
        .all()
        .get();
  }

  @Test
  void aLoopWithASpeedLimitStaysInItsGroupWhileItWaitsAndStopsAtOnce() throws Exception {
    LoopWorld world = new LoopWorld(bootstrapServers());
    Map<String, String> impatient = new HashMap<>(world.core.kafka());
    impatient.put("max.poll.interval.ms", "2000");
    CoreSettings core = new CoreSettings(impatient, world.core.topics(), "slow");
    LoopSettings slow =
        new LoopSettings(
            "echo", "1", world.input, world.dead, 2, 50, Duration.ofSeconds(20), 1000, 2);
    world.put(LoopWorld.texts(1, 8)); // one batch, which has to take four seconds
    String group = core.topics().names().prefix() + ".echo";
    try (Admin admin = KafkaClients.admin(core)) {
      PipelineLoop loop = world.start(core, slow, world.echo());
      await().atMost(SOON).until(() -> world.committed(world.output).size() == 8);
      String member = member(admin, group);
      world.put("k0-8", "k0-9");
      await().atMost(SOON).until(() -> world.committed(world.output).size() == 10);
      assertThat(member(admin, group)).isEqualTo(member);
      world.put(LoopWorld.texts(1, 50)); // 25 seconds
      await().atMost(SOON).until(() -> world.committed(world.output).size() == 60);
      long begun = System.nanoTime();
      loop.close();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }
    assertThat(world.fatal).isEmpty();
  }

  private static String member(Admin admin, String group) throws Exception {
    return admin
        .describeConsumerGroups(List.of(group))
        .all()
        .get()
        .get(group)
        .members()
        .iterator()
        .next()
        .consumerId();
  }

  private static int recurse(int depth) {
    return recurse(depth + 1) + 1;
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
