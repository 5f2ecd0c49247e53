package io.onrecord.ingest.safety;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The allow-list of those who crawl their own network: what may be fetched from although it is not
 * public. Empty unless somebody writes it.
 *
 * <pre>
 * 10.20.0.0/16            every address of this network, whatever its kind (multicast never)
 * 192.168.7.3  fd00::/8   one address, IPv6
 * wiki.corp.example       this host, if it resolves to a loopback, private or public address
 * *.corp.example          every host below
 * </pre>
 *
 * <p>A name lets no link-local address in: there cloud machines keep their credentials, and a name
 * is only as trustworthy as its DNS. Whoever wants it writes the network.
 */
public final class OwnNetwork {
  /** Nothing beyond the usual. */
  public static final OwnNetwork NONE = new OwnNetwork(List.of(), List.of());

  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern NAME =
      Pattern.compile("(\\*\\.)?[\\p{Alnum}_-]+(\\.[\\p{Alnum}_-]+)*");

  private record Network(byte[] prefix, int bits) {
    boolean holds(byte[] address) {
      if (address.length != prefix.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit += 8) {
        int mask = bits - bit >= 8 ? 0xFF : 0xFF << (8 - (bits - bit)) & 0xFF;
        if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<Network> networks;
  private final List<String> names;

  private OwnNetwork(List<Network> networks, List<String> names) {
    this.networks = List.copyOf(networks);
    this.names = List.copyOf(names);
  }

  /**
   * Reads a list, its entries between commas or blanks.
   *
   * @throws IllegalArgumentException naming the entry that is none
   */
  public static OwnNetwork parse(String text) {
    List<Network> networks = new ArrayList<>();
    List<String> names = new ArrayList<>();
    // A list of YAML comes as JSON.
    for (String entry : text.split("[\\s,\\[\\]\"]+")) {
      if (entry.isEmpty()) {
        continue;
      }
      int slash = entry.indexOf('/');
      String start = slash < 0 ? entry : entry.substring(0, slash);
      if (LITERAL.matcher(start).matches()) {
        networks.add(network(entry, start, slash < 0 ? "" : entry.substring(slash + 1)));
      } else if (slash < 0 && NAME.matcher(entry).matches()) {
        names.add(entry.toLowerCase(Locale.ROOT));
      } else {
        throw invalid(entry);
      }
    }
    return new OwnNetwork(networks, names);
  }

  private static Network network(String entry, String start, String bits) {
    try {
      byte[] address = InetAddress.getByName(start).getAddress();
      int all = address.length * 8;
      int kept = bits.isEmpty() && !entry.endsWith("/") ? all : Integer.parseInt(bits);
      boolean isWhole = start.indexOf(':') >= 0 || start.split("\\.", -1).length == 4;
      if (kept < 0 || kept > all || !isWhole) {
        throw invalid(entry);
      }
      return new Network(address, kept);
    } catch (UnknownHostException | NumberFormatException e) {
      throw invalid(entry);
    }
  }

  private static IllegalArgumentException invalid(String entry) {
    return new IllegalArgumentException(
        "'%s' is neither an address (192.168.7.3), a network (10.20.0.0/16, fd00::/8) nor a host"
                .formatted(entry)
            + " (wiki.corp.example, *.corp.example)");
  }

  /** Whether this host may be dialled at this address. */
  public boolean allows(String host, InetAddress address) {
    AddressKind kind = AddressKind.of(address);
    if (kind == AddressKind.MULTICAST) {
      return false;
    }
    byte[] bytes = address.getAddress();
    if (networks.stream().anyMatch(network -> network.holds(bytes))) {
      return true;
    }
    boolean isUsual = kind != AddressKind.LINK_LOCAL && kind != AddressKind.RESERVED;
    String name = host.toLowerCase(Locale.ROOT);
    return isUsual && names.stream().anyMatch(listed -> matches(listed, name));
  }

  private static boolean matches(String listed, String name) {
    return listed.startsWith("*.") ? name.endsWith(listed.substring(1)) : name.equals(listed);
  }
}
