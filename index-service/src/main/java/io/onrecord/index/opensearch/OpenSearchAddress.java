package io.onrecord.index.opensearch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where OpenSearch is, who we are there, and what our index is called.
 *
 * @param url of the cluster, such as {@code https://search.example.org:9200}
 * @param user empty: nobody in particular
 * @param password of that user
 * @param alias name under which the index is searched
 * @param shards of an index that is made
 */
public record OpenSearchAddress(URI url, String user, String password, String alias, int shards) {

  /** The header that says who we are. */
  Optional<String> authorization() {
    return user.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
  }

  /** Where somebody who searches has to ask. */
  public String searchUrl() {
    return url.resolve("/" + alias + "/_search").toString();
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "%s (index %s)".formatted(url, alias);
  }
}
