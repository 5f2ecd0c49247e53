package io.onrecord.ingest.fetch;

import io.onrecord.ingest.url.WebUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;

/**
 * Sends a form to an address that somebody else has named, within the limits and to the addresses
 * that fetches keep to; of the answer only the status is read. Thread-safe.
 */
public final class FormPost implements AutoCloseable {
  private final CloseableHttpClient client;

  /** See {@link HttpFetcher#whole}. */
  public FormPost(DnsResolver dns, String userAgent, FetchLimits limits) {
    this.client = HttpClients.bounded(dns, userAgent, limits);
  }

  /** The status of the answer. */
  public int post(WebUrl url, Map<String, String> form) throws IOException {
    HttpPost request = new HttpPost(url.scheme() + "://" + url.authority() + url.pathAndQuery());
    List<NameValuePair> pairs =
        form.entrySet().stream()
            .<NameValuePair>map(e -> new BasicNameValuePair(e.getKey(), e.getValue()))
            .toList();
    request.setEntity(new UrlEncodedFormEntity(pairs, StandardCharsets.UTF_8));
    ClassicHttpResponse response = client.executeOpen(null, request, null);
    try {
      return response.getCode();
    } finally {
      request.cancel();
      Closer.closeQuietly(response);
    }
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
