package io.onrecord.normalize.service.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.loop.KafkaClients;
import io.onrecord.loop.TopicScan;
import io.onrecord.settings.CoreSettings;
import io.onrecord.topic.TopicNames;
import io.onrecord.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The replays that a cluster knows. */
public final class Replays {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final CoreSettings core;
  private final TopicNames names;

  public Replays(CoreSettings core) {
    this.core = core;
    this.names = core.topics().names();
  }

  /** All of them, by name. */
  public List<ReplayState> list() {
    Map<String, ReplayState> found = new TreeMap<>();
    try (TopicScan scan = TopicScan.committed(core)) {
      scan.readAll(
          names.replays(),
          record -> {
            String name = new String(record.key(), UTF_8);
            if (record.value() == null) {
              found.remove(name);
            } else {
              found.put(name, MAPPER.readValue(record.value(), ReplayState.class));
            }
          });
    }
    return List.copyOf(found.values());
  }

  /** The replay of that name. */
  public Optional<ReplayState> find(String name) {
    return list().stream().filter(replay -> replay.name().equals(name)).findFirst();
  }

  /**
   * The replay of that name.
   *
   * @throws ReplayRefusedException when there is none
   */
  public ReplayState require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new ReplayRefusedException(
                    "there is no replay %s; there are: %s"
                        .formatted(name, list().stream().map(ReplayState::name).toList())));
  }

  /** Makes the topics of a replay and keeps its state. */
  void make(ReplayState replay, int documentPartitions) {
    if (!NAME.matcher(replay.name()).matches()) {
      throw new ReplayRefusedException(
          "'%s' is no name for a replay; use at most 40 of a-z, 0-9 and '-'"
              .formatted(replay.name()));
    }
    try (Admin admin = KafkaClients.admin(core)) {
      Topics.ensure(admin, core.topics().replay(replay.name(), documentPartitions));
    }
    save(replay);
  }

  void save(ReplayState replay) {
    put(replay.name(), MAPPER.writeValueAsBytes(replay));
  }

  /** Removes a replay with its topics and its position; the live documents are not touched. */
  public void discard(String name) {
    require(name);
    String shadow = names.shadow(name);
    try (Admin admin = KafkaClients.admin(core)) {
      for (String topic : List.of(shadow, TopicNames.deadLetters(shadow))) {
        try {
          admin.deleteTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
          requireCause(e, UnknownTopicOrPartitionException.class); // discarded half-way before
        }
      }
      try {
        admin.deleteConsumerGroups(List.of(Replay.group(core, name))).all().get();
      } catch (ExecutionException e) {
        requireCause(e, GroupIdNotFoundException.class);
      }
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    put(name, null);
  }

  private static void requireCause(ExecutionException e, Class<? extends Exception> expected) {
    if (!expected.isInstance(e.getCause())) {
      throw new KafkaException(
          "the replay could not be discarded: " + e.getMessage(), e.getCause());
    }
  }

  private void put(String name, byte @Nullable [] state) {
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      producer.send(new ProducerRecord<>(names.replays(), name.getBytes(UTF_8), state)).get();
    } catch (ExecutionException e) {
      throw new KafkaException("the replay's state could not be kept", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
