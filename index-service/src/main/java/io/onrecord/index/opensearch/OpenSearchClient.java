package io.onrecord.index.opensearch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks OpenSearch: one request, one bounded answer, within a time. Thread-safe. */
final class OpenSearchClient implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
  private static final int MOST_BYTES = 64 << 20;
  private static final int LONGEST_REQUESTED_WAIT_S = 10;
  private static final byte[] NOTHING = {};

  private final OpenSearchAddress address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .build();

  OpenSearchClient(OpenSearchAddress address) {
    this.address = address;
  }

  /** Without a body. */
  Answer ask(String method, String path) throws IOException {
    return ask(method, path, "application/json", NOTHING);
  }

  /** With a JSON body. */
  Answer ask(String method, String path, String json) throws IOException {
    return ask(method, path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Asks, whatever the answer.
   *
   * @throws AnswerTooLargeException when the answer is too large for us
   * @throws IOException when nobody answers in time
   */
  Answer ask(String method, String path, String type, byte[] body) throws IOException {
    URI uri = address.url().resolve(path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(ANSWER_LIMIT)
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (body.length > 0) {
      request.header("Content-Type", type);
    }
    address.authorization().ifPresent(value -> request.header("Authorization", value));
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request.build(), head -> new BoundedBody(MOST_BYTES));
    try {
      HttpResponse<byte[]> got = answer.get(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS);
      return new Answer(got.statusCode(), got.body(), retryAfter(got));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while OpenSearch was asked");
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new OpenSearchException("OpenSearch at %s does not answer".formatted(address), e);
    } catch (ExecutionException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof AnswerTooLargeException large) {
          throw large;
        }
      }
      throw new OpenSearchException(
          "OpenSearch at %s cannot be asked: %s".formatted(address, e.getCause()), e.getCause());
    }
  }

  /**
   * Asks for something that has to succeed.
   *
   * @throws OpenSearchException when it does not
   */
  Answer require(String method, String path, String json) throws IOException {
    Answer answer = json.isEmpty() ? ask(method, path) : ask(method, path, json);
    if (!answer.isGood()) {
      throw refused(method + " " + path, answer);
    }
    return answer;
  }

  OpenSearchException refused(String what, Answer answer) {
    return new OpenSearchException(
        "OpenSearch at %s answered %d to %s: %s"
            .formatted(address, answer.status(), what, answer.text()));
  }

  private static Duration retryAfter(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.strip().matches("\\d{1,6}"))
        .map(value -> Math.min(LONGEST_REQUESTED_WAIT_S, Integer.parseInt(value.strip())))
        .map(Duration::ofSeconds)
        .orElse(Duration.ZERO);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
