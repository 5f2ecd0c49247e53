package io.onrecord.benchmarks.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onrecord.event.Sha256;
import io.onrecord.ingest.IngestService;
import io.onrecord.ingest.fetch.Validators;
import io.onrecord.ingest.frontier.FetchRequest;
import io.onrecord.ingest.frontier.FetchRole;
import io.onrecord.ingest.frontier.FetchState;
import io.onrecord.ingest.frontier.Plan;
import io.onrecord.loop.KafkaClients;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.Settings;
import io.onrecord.standalone.EmbeddedKafka;
import io.onrecord.topic.Topics;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a restart takes that has to read a million known addresses from Kafka, in a process with
 * 1 GB of heap: the states of fetched pages (hash, ETag, Last-Modified, plan) are written to the
 * state topic, then an ingest service is started beside the broker, until it is ready and has
 * everything in its frontier.
 *
 * <p>Usage: {@code KnownUrlsRestart [urls] [hosts]}; 1,000,000 on 1,000 hosts unless told
 * otherwise.
 */
public final class KnownUrlsRestart {
  private static final String PREFIX = "benchmark-restart";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .build();

  private KnownUrlsRestart() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    int urls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int hosts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
    System.setProperty("logback.configurationFile", "io/onrecord/standalone/logback.xml");
    Path folder = Files.createTempDirectory("onrecord-benchmark");
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
      long begun = System.nanoTime();
      fill(kafka.bootstrapServers(), urls, hosts);
      System.out.printf(
          Locale.ROOT, "%,d states written in %.1f s%n", urls, (System.nanoTime() - begun) / 1e9);
      List<String> command =
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx1g",
              "-XX:+UseSerialGC",
              "-XX:+ExitOnOutOfMemoryError",
              "-cp",
              System.getProperty("java.class.path"),
              Restarted.class.getName(),
              kafka.bootstrapServers(),
              Integer.toString(urls));
      int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("the restarted process ended with " + exit);
      }
    }
  }

  private static Settings settings(String servers) {
    Map<String, String> settings = new HashMap<>();
    settings.put("kafka.bootstrap.servers", servers);
    settings.put("topics.prefix", PREFIX);
    settings.put("topics.replication", "1");
    settings.put("instance.name", "restarted");
    settings.put("ingest.port", "0");
    return Settings.defaults().with(settings);
  }

  private static void fill(String servers, int urls, int hosts) {
    CoreSettings core = CoreSettings.from(settings(servers));
    try (var admin = KafkaClients.admin(core)) {
      Topics.ensure(admin, core.topics().all());
    }
    String topic = core.topics().names().fetchState();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    try (var producer = KafkaClients.producer(core)) {
      int partitions = producer.partitionsFor(topic).size();
      for (int i = 0; i < urls; i++) {
        String host = "news-%d.example".formatted(i % hosts);
        String url =
            "https://%s/2026/01/%02d/a-long-talk-about-looms-and-weavers-%d.html"
                .formatted(host, i % 28 + 1, i);
        byte[] key = host.getBytes(StandardCharsets.UTF_8);
        producer.send(
            new ProducerRecord<>(
                topic,
                Utils.toPositive(Utils.murmur2(key)) % partitions,
                url.getBytes(StandardCharsets.UTF_8),
                MAPPER.writeValueAsBytes(state(url, "source " + i % hosts, i, now))));
      }
      producer.flush();
    }
  }

  /** A page that was fetched, and will be again some day. */
  private static FetchState state(String url, String source, int number, Instant now) {
    FetchRequest request = new FetchRequest(url, FetchRole.PAGE, source, 0, Optional.empty());
    return FetchState.seen(
            200,
            Sha256.labelled(url.getBytes(StandardCharsets.UTF_8)),
            new Validators(
                Optional.of("\"%032x\"".formatted(number)),
                Optional.of("Thu, 01 Jan 2026 00:00:00 GMT")),
            now)
        .with(Optional.of(Plan.now(request, now.plus(Duration.ofDays(1)).plusSeconds(number))));
  }

  /** The process that is started. */
  static final class Restarted {
    private Restarted() {}

    /** Arguments: where Kafka is, and how many addresses must be known. */
    public static void main(String[] arguments) throws Exception {
      System.setProperty("logback.configurationFile", "io/onrecord/standalone/logback.xml");
      int urls = Integer.parseInt(arguments[1]);
      long begun = ManagementFactory.getRuntimeMXBean().getStartTime();
      try (IngestService service =
              IngestService.start(settings(arguments[0]), Throwable::printStackTrace);
          HttpClient client = HttpClient.newHttpClient()) {
        String at = "http://127.0.0.1:" + service.port();
        while (get(client, at + "/readyz").statusCode() != 200) {
          LockSupport.parkNanos(50_000_000);
        }
        double ready = (System.currentTimeMillis() - begun) / 1e3;
        while (waiting(get(client, at + "/metrics").body()) < urls) {
          LockSupport.parkNanos(200_000_000);
        }
        double taken = (System.currentTimeMillis() - begun) / 1e3;
        long peak = Runtime.getRuntime().totalMemory();
        System.gc();
        System.out.printf(
            Locale.ROOT,
            "%,d known URLs read from Kafka by a new process: ready %.1f s after its start, all"
                + " taken up after %.1f s; %.0f MB of heap used, %.0f MB reserved, most %.0f MB%n",
            urls,
            ready,
            taken,
            ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
            peak / 1e6,
            Runtime.getRuntime().maxMemory() / 1e6);
      }
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws Exception {
      return client.send(
          HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static double waiting(String metrics) {
      Matcher found =
          Pattern.compile("(?m)^onrecord_ingest_frontier_waiting(?:\\{[^}]*})? (\\S+)")
              .matcher(metrics);
      return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }
  }
}
