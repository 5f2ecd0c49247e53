package io.onrecord.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.testkit.Broker;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

final class TopicsTest {
  private final TopicPlan plan =
      new TopicPlan(new TopicNames("topics-test"), 2, (short) 1, 1 << 20);

  @Test
  void topicsAreMadeAsTheDesignSaysAndOnlyOnce() throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", Broker.shared().bootstrapServers()))) {
      Topics.ensure(admin, plan.all());
      Topics.ensure(admin, plan.all());
      Config pages = config(admin, "topics-test.pages.v1");
      assertThat(pages.get("retention.ms").value()).isEqualTo("-1");
      assertThat(pages.get("cleanup.policy").value()).isEqualTo("delete");
      assertThat(pages.get("message.timestamp.type").value()).isEqualTo("LogAppendTime");
      Config documents = config(admin, "topics-test.documents.v1");
      assertThat(documents.get("cleanup.policy").value()).isEqualTo("compact");
      assertThat(documents.get("delete.retention.ms").value()).isEqualTo("604800000");
      assertThat(config(admin, "topics-test.pages.v1.dlq").get("retention.ms").value())
          .isEqualTo("2592000000");
      assertThat(admin.describeTopics(List.of("topics-test.pages.v1")).allTopicNames().get())
          .hasEntrySatisfying("topics-test.pages.v1", d -> assertThat(d.partitions()).hasSize(2));
    }
  }

  @Test
  void aPrefixThatKafkaWouldRefuseIsRefusedFirst() {
    assertThatThrownBy(() -> new TopicNames("On Record"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("topics.prefix");
  }

  private static Config config(Admin admin, String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(List.of(resource)).all().get().get(resource);
  }
}
