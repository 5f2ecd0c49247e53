package io.onrecord.ingest.hostileweb;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The names of the hostile web: each host an address of 127.2.0.0/16. Some names lead inward, and
 * some change their mind between two questions.
 */
public final class HostileDns implements DnsResolver {
  /** What every name of the hostile web ends with. */
  public static final String DOMAIN = ".hostile.test";

  private final AtomicInteger questions = new AtomicInteger();

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    if (!host.endsWith(DOMAIN)) {
      if (host.matches("[0-9.]+|\\[?[0-9a-fA-F:.]+]?")) {
        return InetAddress.getAllByName(host);
      }
      if (host.equals("localhost")) {
        return InetAddress.getAllByName("127.0.0.1");
      }
      throw new UnknownHostException(host);
    }
    String label = host.substring(0, host.length() - DOMAIN.length());
    if (label.startsWith("inward-")) {
      return InetAddress.getAllByName(inward(label));
    }
    int hash = label.hashCode() >>> 1;
    byte[] own = {127, 2, (byte) (hash >> 8), (byte) (hash % 250 + 1)};
    // 0.0.0.0 reaches this machine when it is dialled, and so the witness would see it.
    return label.startsWith("fickle") && questions.getAndIncrement() % 2 == 1
        ? InetAddress.getAllByName("0.0.0.0")
        : new InetAddress[] {InetAddress.getByAddress(host, own)};
  }

  private static String inward(String label) {
    return switch (label) {
      case "inward-metadata" -> "169.254.169.254";
      case "inward-carrier" -> "100.64.0.1";
      case "inward-home" -> "192.168.1.1";
      case "inward-six" -> "fd00::1";
      case "inward-self" -> "127.0.0.1";
      case "inward-nat64" -> "64:ff9b::a00:1";
      default -> "0.0.0.0";
    };
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
