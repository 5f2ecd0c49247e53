package io.onrecord.standalone.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service over HTTP and turns every way to fail into a line that names it. */
final class Api implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .version(HttpClient.Version.HTTP_1_1)
          .build();
  private final URI base;
  private final Optional<String> token;

  /** The service at this address. */
  Api(URI base) {
    this(base, Optional.empty());
  }

  /** The service at this address, which wants this token of those who change something. */
  Api(URI base, Optional<String> token) {
    this.base = base;
    this.token = token;
  }

  /**
   * What a service answered.
   *
   * @param status HTTP status
   * @param body as sent
   */
  record Answer(int status, byte[] body) {
    boolean isGood() {
      return status / 100 == 2;
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }

    /** What an RFC 9457 problem says, or the beginning of the body. */
    String problem() {
      try {
        JsonNode detail = json().path("detail");
        return detail.isString() ? detail.asString() : "HTTP " + status;
      } catch (JacksonException e) {
        return "HTTP " + status;
      }
    }
  }

  /** The value as a part of a query string. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** GET of a path under the base. */
  Answer get(String path) throws IOException {
    return send(request(path).GET().build());
  }

  /** POST of bytes of this type. */
  Answer post(String path, String contentType, byte[] body) throws IOException {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  /** The same with headers. */
  Answer post(String path, String contentType, Map<String, String> headers, byte[] body)
      throws IOException {
    HttpRequest.Builder request = request(path).header("Content-Type", contentType);
    headers.forEach(request::header);
    return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build());
  }

  /** DELETE of a path. */
  Answer delete(String path) throws IOException {
    return send(request(path).DELETE().build());
  }

  private HttpRequest.Builder request(String path) {
    String root = base.toString().replaceFirst("/+$", "");
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path)).timeout(TIMEOUT);
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    return request;
  }

  private Answer send(HttpRequest request) throws IOException {
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.body());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      throw new CommandFailedException(
          "nothing answers at %s; is the system up?".formatted(base), e);
    } catch (HttpTimeoutException e) {
      throw new CommandFailedException(
          "%s did not answer within %d s".formatted(base, TIMEOUT.toSeconds()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
