package io.onrecord.topic;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes sure that topics exist. Safe to call by any number of services at once. */
public final class Topics {
  private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
  private static final int TIMEOUT_SECONDS = 60;

  private Topics() {}

  /**
   * Creates what is missing and leaves what exists as it is; a difference to the plan is logged.
   *
   * @throws TopicsUnavailableException when the cluster does not answer or refuses
   */
  public static void ensure(Admin admin, List<NewTopic> wanted) {
    try {
      var existing = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      List<NewTopic> missing = wanted.stream().filter(t -> !existing.contains(t.name())).toList();
      create(admin, missing);
      report(admin, wanted.stream().filter(t -> existing.contains(t.name())).toList());
    } catch (ExecutionException e) {
      throw new TopicsUnavailableException("topics could not be created", e.getCause());
    } catch (TimeoutException e) {
      throw new TopicsUnavailableException("the Kafka cluster does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicsUnavailableException("interrupted while creating topics", e);
    }
  }

  private static void create(Admin admin, List<NewTopic> missing)
      throws ExecutionException, InterruptedException, TimeoutException {
    var created = admin.createTopics(missing).values();
    for (var entry : created.entrySet()) {
      try {
        entry.getValue().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        LOG.atInfo().addKeyValue("topic", entry.getKey()).log("topic.created");
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  private static void report(Admin admin, List<NewTopic> present)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<ConfigResource, NewTopic> resources =
        present.stream()
            .collect(
                Collectors.toMap(
                    t -> new ConfigResource(ConfigResource.Type.TOPIC, t.name()), t -> t));
    Map<ConfigResource, Config> actual =
        admin.describeConfigs(resources.keySet()).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    resources.forEach(
        (resource, plan) ->
            plan.configs()
                .forEach(
                    (key, value) -> {
                      String is = actual.get(resource).get(key).value();
                      if (!value.equals(is)) {
                        LOG.atWarn()
                            .addKeyValue("topic", plan.name())
                            .addKeyValue("setting", key)
                            .addKeyValue("is", is)
                            .addKeyValue("planned", value)
                            .log("topic.differs");
                      }
                    }));
  }
}
