package io.onrecord.ingest.safety;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host for the connection that is about to be made and lets only addresses through that
 * may be dialled. The client dials what this returns and never asks again, so an answer that
 * changes between check and connection (DNS rebinding) has no effect.
 */
public final class CheckedResolver implements DnsResolver {
  private final DnsResolver dns;
  private final boolean allowRemote;

  /**
   * A resolver.
   *
   * @param dns what is asked
   * @param allowRemote whether public addresses may be dialled; loopback always may, every other
   *     kind never
   */
  public CheckedResolver(DnsResolver dns, boolean allowRemote) {
    this.dns = dns;
    this.allowRemote = allowRemote;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = dns.resolve(host);
    if (found == null || found.length == 0) {
      throw new UnknownHostException(host);
    }
    InetAddress[] allowed =
        Arrays.stream(found)
            .filter(address -> allows(AddressKind.of(address)))
            .toArray(InetAddress[]::new);
    if (allowed.length == 0) {
      throw refusal(host, found[0]);
    }
    return allowed;
  }

  private boolean allows(AddressKind kind) {
    return kind == AddressKind.LOOPBACK || (kind == AddressKind.PUBLIC && allowRemote);
  }

  private static RefusedAddressException refusal(String host, InetAddress address) {
    AddressKind kind = AddressKind.of(address);
    String where =
        host.equals(address.getHostAddress()) ? host : host + " is " + address.getHostAddress();
    return kind == AddressKind.PUBLIC
        ? new RefusedAddressException(
            "%s, and other machines are not fetched from unless allowed".formatted(where),
            "allow it with --allow-remote (ingest.allow-remote: true)")
        : new RefusedAddressException(
            "%s, a %s address, which is never fetched from".formatted(where, kind.word()),
            "fetch it by other means and push it to POST /api/pages");
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
