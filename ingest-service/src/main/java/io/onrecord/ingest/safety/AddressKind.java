package io.onrecord.ingest.safety;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * What kind of network an address is in, by IANA's registries of special-purpose addresses (RFC
 * 6890 and its followers). An IPv6 address that carries an IPv4 address (mapped, compatible, 6to4,
 * NAT64, Teredo's server) is of the kind of that address, so that {@code ::ffff:10.0.0.1} is no way
 * into a private network.
 */
public enum AddressKind {
  LOOPBACK("loopback"),
  PRIVATE("private"),
  LINK_LOCAL("link-local"),
  MULTICAST("multicast"),
  RESERVED("reserved"),
  PUBLIC("public");

  private final String word;

  AddressKind(String word) {
    this.word = word;
  }

  /** For messages. */
  public String word() {
    return word;
  }

  /** The kind of an address. */
  public static AddressKind of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? ofIpv4(bytes) : ofIpv6(bytes);
  }

  private static AddressKind ofIpv4(byte[] a) {
    int first = a[0] & 0xFF;
    int second = a[1] & 0xFF;
    int third = a[2] & 0xFF;
    return switch (first) {
      case 127 -> LOOPBACK;
      case 10 -> PRIVATE;
      case 172 -> second >= 16 && second <= 31 ? PRIVATE : PUBLIC;
      case 192 -> {
        if (second == 168) {
          yield PRIVATE;
        }
        boolean special = second == 0 && (third == 0 || third == 2);
        boolean relay = second == 88 && third == 99;
        yield special || relay ? RESERVED : PUBLIC;
      }
      // Carrier-grade NAT, 100.64.0.0/10: one provider's own network.
      case 100 -> second >= 64 && second <= 127 ? PRIVATE : PUBLIC;
      // Cloud metadata services live at 169.254.169.254.
      case 169 -> second == 254 ? LINK_LOCAL : PUBLIC;
      case 198 ->
          second == 18 || second == 19 || (second == 51 && third == 100) ? RESERVED : PUBLIC;
      case 203 -> second == 0 && third == 113 ? RESERVED : PUBLIC;
      case 0 -> RESERVED;
      default -> {
        if (first >= 224 && first <= 239) {
          yield MULTICAST;
        }
        yield first >= 240 ? RESERVED : PUBLIC;
      }
    };
  }

  private static AddressKind ofIpv6(byte[] a) {
    int first = (a[0] & 0xFF) << 8 | a[1] & 0xFF;
    int second = (a[2] & 0xFF) << 8 | a[3] & 0xFF;
    boolean zeros = allZero(a, 0, 10);
    if (allZero(a, 0, 15) && (a[15] == 0 || a[15] == 1)) {
      return a[15] == 1 ? LOOPBACK : RESERVED;
    }
    if (zeros && (a[10] & 0xFF) == 0xFF && (a[11] & 0xFF) == 0xFF) {
      return carried(a, 12);
    }
    if (allZero(a, 0, 12)) {
      return carried(a, 12);
    }
    if (first == 0x0064 && second == 0xFF9B) {
      // NAT64: 64:ff9b::/96 for all, 64:ff9b:1::/48 for one network.
      return allZero(a, 4, 12) ? carried(a, 12) : PRIVATE;
    }
    if (first == 0x2002) {
      return carried(a, 2);
    }
    if (first == 0x2001 && second == 0) {
      return RESERVED;
    }
    if (first == 0x2001 && (second == 0x0DB8 || second < 0x0200)) {
      return RESERVED;
    }
    if ((first & 0xFE00) == 0xFC00 || (first & 0xFFC0) == 0xFEC0) {
      return PRIVATE;
    }
    if ((first & 0xFFC0) == 0xFE80) {
      return LINK_LOCAL;
    }
    if ((first & 0xFF00) == 0xFF00) {
      return MULTICAST;
    }
    return (first & 0xE000) == 0x2000 ? PUBLIC : RESERVED;
  }

  private static AddressKind carried(byte[] a, int from) {
    try {
      return of(InetAddress.getByAddress(Arrays.copyOfRange(a, from, from + 4)));
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }

  private static boolean allZero(byte[] a, int from, int to) {
    for (int i = from; i < to; i++) {
      if (a[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
