package io.onrecord.ingest.fetch;

import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** The HTTP client with every limit set and everything off that would act on its own. */
final class HttpClients {
  private static final int MOST_HEADERS = 200;
  private static final int LONGEST_LINE = 32 << 10;
  private static final int MOST_PER_HOST = 4;

  /** A host that is asked seconds apart is asked by one connection. */
  private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(10);

  private HttpClients() {}

  static CloseableHttpClient bounded(DnsResolver dns, String userAgent, FetchLimits limits) {
    Http1Config http =
        Http1Config.custom().setMaxHeaderCount(MOST_HEADERS).setMaxLineLength(LONGEST_LINE).build();
    ConnectionConfig connection =
        ConnectionConfig.custom()
            .setConnectTimeout(timeout(limits.connect()))
            .setSocketTimeout(timeout(limits.firstByte()))
            .build();
    RequestConfig request =
        RequestConfig.custom()
            .setResponseTimeout(timeout(limits.firstByte()))
            .setConnectionRequestTimeout(timeout(limits.total()))
            .build();
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder().http1Config(http).build())
                .setDefaultConnectionConfig(connection)
                // Host by host: a common list of all that is idle is searched for each request.
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(MOST_PER_HOST)
                .build())
        .evictExpiredConnections()
        .evictIdleConnections(LONGEST_IDLE)
        .setDefaultRequestConfig(request)
        .setUserAgent(userAgent)
        .setDefaultHeaders(List.of(new BasicHeader("Accept-Encoding", ContentDecoding.ACCEPTED)))
        .disableContentCompression()
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.of(duration);
  }
}
