package io.onrecord.index.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.Version;
import org.opensearch.analysis.common.CommonAnalysisModulePlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real OpenSearch node in this JVM, with the analysis that every distribution has. It keeps port
 * and data over {@link #stop()} and {@link #start()}.
 */
final class SearchNode {
  private final Path home;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private @Nullable Node node;

  private SearchNode() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      home = Files.createTempDirectory("onrecord-opensearch");
      Files.createDirectories(home.resolve("config"));
      port = socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start();
  }

  /** The node that all tests of this JVM use; it starts once. */
  static SearchNode shared() {
    return Shared.NODE;
  }

  private static final class Shared {
    static final SearchNode NODE = new SearchNode();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(NODE::stop, "opensearch-stop"));
    }
  }

  private static final class Embedded extends Node {
    Embedded(Settings settings) {
      super(
          InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> "node"),
          List.of(plugin(Netty4ModulePlugin.class), plugin(CommonAnalysisModulePlugin.class)),
          false);
    }

    private static PluginInfo plugin(Class<?> type) {
      return new PluginInfo(
          type.getSimpleName(),
          "",
          "",
          Version.CURRENT,
          "21",
          type.getName(),
          null,
          List.of(),
          false);
    }
  }

  synchronized void start() {
    Settings settings =
        Settings.builder()
            .put("path.home", home.toString())
            .put("cluster.name", "onrecord-test")
            .put("node.name", "node")
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("http.port", port)
            .put("transport.port", 0)
            .put("http.type", "netty4")
            .put("transport.type", "netty4")
            .put("http.max_content_length", "2mb")
            .put("node.processors", 1)
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .put("cluster.default_number_of_replicas", 0)
            .build();
    try {
      node = new Embedded(settings).start();
    } catch (org.opensearch.node.NodeValidationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The node is gone; its data and its port are kept. */
  synchronized void stop() {
    Node running = node;
    node = null;
    if (running != null) {
      try {
        running.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  OpenSearchAddress address(String alias) {
    return new OpenSearchAddress(URI.create(url()), "", "", alias, 1);
  }

  /** Asks the node as a stranger would. */
  JsonNode ask(String method, String path, String body) {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url() + path))
              .header("Content-Type", "application/json")
              .method(
                  method,
                  body.isEmpty()
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body));
      return JsonMapper.shared()
          .readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many documents a search finds now. */
  int found(String index, String query) {
    ask("POST", "/" + index + "/_refresh", "");
    return ask("POST", "/" + index + "/_search", query)
        .path("hits")
        .path("total")
        .path("value")
        .asInt();
  }

  void clusterSetting(String name, @Nullable String value) {
    ask(
        "PUT",
        "/_cluster/settings",
        "{\"transient\":{\"%s\":%s}}"
            .formatted(name, value == null ? "null" : "\"" + value + "\""));
  }
}
