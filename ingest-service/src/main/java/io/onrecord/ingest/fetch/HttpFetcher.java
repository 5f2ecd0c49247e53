package io.onrecord.ingest.fetch;

import io.onrecord.ingest.safety.RefusedAddressException;
import io.onrecord.ingest.url.InvalidUrlException;
import io.onrecord.ingest.url.WebUrl;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;

/**
 * Fetches URLs, one call each. Thread-safe; a call blocks its thread for at most the total limit.
 */
public final class HttpFetcher implements AutoCloseable {
  private static final int MOST_REDIRECTS = 10;
  private static final int NOT_MODIFIED = 304;
  private static final int LONGEST_VALIDATOR = 512;
  private static final String TRY_AGAIN = "try again later";

  private final CloseableHttpClient client;
  private final FetchLimits limits;
  private final boolean crops;
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("fetch-limit").daemon().factory());

  private HttpFetcher(DnsResolver dns, String userAgent, FetchLimits limits, boolean crops) {
    this.client = HttpClients.bounded(dns, userAgent, limits);
    this.limits = limits;
    this.crops = crops;
    clock.setRemoveOnCancelPolicy(true); // else every fetch is remembered for the whole limit
  }

  /**
   * A fetcher that refuses bodies above the limit.
   *
   * @param dns resolves and checks; see {@link io.onrecord.ingest.safety.CheckedResolver}
   * @param userAgent sent with every request
   */
  public static HttpFetcher whole(DnsResolver dns, String userAgent, FetchLimits limits) {
    return new HttpFetcher(dns, userAgent, limits, false);
  }

  /** A fetcher that takes of larger bodies what is within the limit. */
  public static HttpFetcher cropping(DnsResolver dns, String userAgent, FetchLimits limits) {
    return new HttpFetcher(dns, userAgent, limits, true);
  }

  /** Fetches a URL, following redirects. */
  public FetchOutcome fetch(WebUrl url, Validators validators) {
    return bounded(attempt -> follow(url, validators, attempt));
  }

  /** Sends one request and leaves it to the caller to go where a redirect leads. */
  public FetchOutcome hop(WebUrl url, Validators validators) {
    return bounded(attempt -> ask(url, validators, attempt));
  }

  /** What an attempt comes to. */
  private interface Work {
    FetchOutcome run(Attempt attempt) throws IOException, HttpException;
  }

  private FetchOutcome bounded(Work work) {
    Attempt attempt = new Attempt();
    ScheduledFuture<?> limit =
        clock.schedule(attempt::timeOut, limits.total().toMillis(), TimeUnit.MILLISECONDS);
    try {
      return work.run(attempt);
    } catch (IOException | HttpException | RuntimeException e) {
      return attempt.timedOut
          ? failed("took longer than %s".formatted(seconds(limits.total())), TRY_AGAIN)
          : explain(e);
    } finally {
      limit.cancel(false);
    }
  }

  /** The request in hand, which the clock may cancel. */
  private static final class Attempt {
    private final AtomicReference<HttpGet> request = new AtomicReference<>();
    private volatile boolean timedOut;

    void begin(HttpGet next) {
      request.set(next);
      if (timedOut) {
        next.cancel();
      }
    }

    void timeOut() {
      timedOut = true;
      HttpGet running = request.get();
      if (running != null) {
        running.cancel();
      }
    }
  }

  private FetchOutcome follow(WebUrl start, Validators validators, Attempt attempt)
      throws IOException, HttpException {
    Set<String> seen = new LinkedHashSet<>();
    WebUrl url = start;
    while (seen.size() <= MOST_REDIRECTS) {
      if (!url.scheme().startsWith("http")) {
        return refused("redirects to " + url.href(), "name the file itself");
      }
      if (!seen.add(url.authority() + url.scheme() + url.pathAndQuery())) {
        return failed("redirects in a circle, back to " + url.href(), "open it in a browser");
      }
      FetchOutcome outcome = ask(url, validators, attempt);
      if (!(outcome instanceof FetchOutcome.Moved moved)) {
        return outcome;
      }
      url = moved.to();
    }
    return failed("redirects more than %d times".formatted(MOST_REDIRECTS), "name the last URL");
  }

  private FetchOutcome ask(WebUrl url, Validators validators, Attempt attempt)
      throws IOException, HttpException {
    HttpGet request = new HttpGet(url.scheme() + "://" + url.authority() + url.pathAndQuery());
    validators.etag().ifPresent(etag -> request.setHeader("If-None-Match", etag));
    validators.lastModified().ifPresent(date -> request.setHeader("If-Modified-Since", date));
    attempt.begin(request);
    ClassicHttpResponse response = client.executeOpen(null, request, null);
    try {
      Optional<WebUrl> next = redirect(url, response);
      return next.isPresent()
          ? new FetchOutcome.Moved(
              next.get(), response.getCode() == 301 || response.getCode() == 308)
          : answer(url, response);
    } finally {
      // Cancelled first, because closing reads what is left of the body, however much that is.
      request.cancel();
      Closer.closeQuietly(response);
    }
  }

  private static Optional<WebUrl> redirect(WebUrl from, ClassicHttpResponse response) {
    return switch (response.getCode()) {
      case 301, 302, 303, 307, 308 -> header(response, "Location").map(from::resolve);
      default -> Optional.empty();
    };
  }

  private FetchOutcome answer(WebUrl url, ClassicHttpResponse response) throws IOException {
    int status = response.getCode();
    if (status == NOT_MODIFIED) {
      return new FetchOutcome.NotModified(ResponseHeaders.read(name -> values(response, name)));
    }
    if (status != 200 && status != 203) {
      return HttpStatusText.failure(
          status, ResponseHeaders.retryAfter(name -> values(response, name)));
    }
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return refused("is empty", "there is nothing to publish");
    }
    if (!crops && entity.getContentLength() > limits.maxBytes()) {
      return tooLarge(Long.toString(entity.getContentLength()));
    }
    byte[] bytes;
    try (InputStream body =
        ContentDecoding.of(
            entity.getContent(), values(response, "Content-Encoding"), limits.maxBytes())) {
      bytes = body.readNBytes(limits.maxBytes() + 1);
    } catch (ContentDecoding.TooMuchException e) {
      return tooLarge("more than " + limits.maxBytes());
    } catch (ContentDecoding.UnknownCodingException e) {
      return failed(String.valueOf(e.getMessage()), "ask whoever runs the server");
    }
    if (bytes.length > limits.maxBytes()) {
      if (crops) {
        return fetched(url, response, Arrays.copyOf(bytes, limits.maxBytes()));
      }
      return tooLarge("more than " + limits.maxBytes());
    }
    if (bytes.length == 0) {
      return refused("is empty", "there is nothing to publish");
    }
    return fetched(url, response, bytes);
  }

  private static FetchOutcome fetched(WebUrl url, ClassicHttpResponse response, byte[] bytes) {
    return new FetchOutcome.Fetched(
        bytes,
        response.getCode(),
        url.href(),
        header(response, "Content-Type"),
        header(response, "Content-Language"),
        new Validators(validator(response, "ETag"), validator(response, "Last-Modified")),
        ResponseHeaders.read(name -> values(response, name)));
  }

  /** What is kept for every address is bounded; a longer one only costs a request in full. */
  private static Optional<String> validator(ClassicHttpResponse response, String name) {
    return header(response, name).filter(value -> value.length() <= LONGEST_VALIDATOR);
  }

  private static List<String> values(ClassicHttpResponse response, String name) {
    return Arrays.stream(response.getHeaders(name))
        .map(Header::getValue)
        .filter(Objects::nonNull)
        .toList();
  }

  private FetchOutcome tooLarge(String bytes) {
    return refused(
        "has %s bytes, and a page may have %d".formatted(bytes, limits.maxBytes()),
        "raise topics.max-page-bytes");
  }

  private FetchOutcome explain(Exception e) {
    return switch (e) {
      case RefusedAddressException refused -> refused(refused.getMessage(), refused.remedy());
      case InvalidUrlException invalid ->
          failed("redirects to a bad URL: " + invalid.getMessage(), "open it in a browser");
      case UnknownHostException unknown ->
          failed("its host has no address", "check the spelling of the host");
      case ConnectTimeoutException slow ->
          failed("could not be connected to within " + seconds(limits.connect()), TRY_AGAIN);
      case SocketTimeoutException silent ->
          failed("sent nothing for " + seconds(limits.firstByte()), TRY_AGAIN);
      case ConnectException gone -> failed("refused the connection", "check host and port");
      case SSLException tls ->
          failed(
              "its certificate or TLS cannot be trusted: " + tls.getMessage(), "use its own name");
      default -> failed("broke off: " + e.getMessage(), TRY_AGAIN);
    };
  }

  private static Optional<String> header(ClassicHttpResponse response, String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? Optional.empty() : Optional.ofNullable(header.getValue());
  }

  private static FetchOutcome refused(String reason, String remedy) {
    return new FetchOutcome.Refused(reason, remedy);
  }

  private static FetchOutcome failed(String reason, String remedy) {
    return new FetchOutcome.Failed(OptionalInt.empty(), reason, remedy);
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }

  @Override
  public void close() {
    clock.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
