package io.onrecord.ingest.safety;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a host for the connection that is about to be made and lets only addresses through that
 * may be dialled. The client dials what this returns and never asks again, so an answer that
 * changes between check and connection (DNS rebinding) has no effect.
 *
 * <table>
 * <caption>What may be dialled</caption>
 * <tr><th>address</th><th>this machine only (the default)</th><th>other machines too</th></tr>
 * <tr><td>loopback</td><td>yes</td><td>what a person has named ({@link NamedHosts})</td></tr>
 * <tr><td>public</td><td>no</td><td>yes</td></tr>
 * <tr><td>any other</td><td>no</td><td>no</td></tr>
 * <tr><td>in the allow-list ({@link OwnNetwork})</td><td>yes</td><td>yes</td></tr>
 * </table>
 */
public final class CheckedResolver implements DnsResolver {
  private static final int ANY_PORT = -1;

  private final DnsResolver dns;
  private final boolean allowRemote;
  private final OwnNetwork own;
  private final NamedHosts named;

  /**
   * A resolver.
   *
   * @param dns what is asked
   * @param allowRemote whether public addresses may be dialled
   * @param own what may be dialled besides
   * @param named what a person has named
   */
  public CheckedResolver(DnsResolver dns, boolean allowRemote, OwnNetwork own, NamedHosts named) {
    this.dns = dns;
    this.allowRemote = allowRemote;
    this.own = own;
    this.named = named;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return resolved(host, ANY_PORT);
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return Arrays.stream(resolved(host, port))
        .map(address -> new InetSocketAddress(address, port))
        .toList();
  }

  private InetAddress[] resolved(String host, int port) throws UnknownHostException {
    InetAddress[] found = dns.resolve(host);
    if (found == null || found.length == 0) {
      throw new UnknownHostException(host);
    }
    InetAddress[] allowed =
        Arrays.stream(found)
            .filter(address -> allows(host, port, address))
            .toArray(InetAddress[]::new);
    if (allowed.length == 0) {
      throw refusal(host, found[0]);
    }
    return allowed;
  }

  private boolean allows(String host, int port, InetAddress address) {
    boolean isUsual =
        switch (AddressKind.of(address)) {
          case LOOPBACK -> !allowRemote || named.has(host, port);
          case PUBLIC -> allowRemote;
          default -> false;
        };
    return isUsual || own.allows(host, address);
  }

  private static RefusedAddressException refusal(String host, InetAddress address) {
    AddressKind kind = AddressKind.of(address);
    String where =
        host.equals(address.getHostAddress()) ? host : host + " is " + address.getHostAddress();
    return switch (kind) {
      case PUBLIC ->
          new RefusedAddressException(
              "%s, and other machines are not fetched from unless allowed".formatted(where),
              "allow it with --allow-remote (ingest.allow-remote: true)");
      case LOOPBACK ->
          new RefusedAddressException(
              "%s, this machine, to which no page of others may lead".formatted(where),
              "name it yourself, or list it in ingest.allow");
      default ->
          new RefusedAddressException(
              "%s, a %s address, which is not fetched from".formatted(where, kind.word()),
              "if it is your own network, list it in ingest.allow; or push the page to"
                  + " POST /api/pages");
    };
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
