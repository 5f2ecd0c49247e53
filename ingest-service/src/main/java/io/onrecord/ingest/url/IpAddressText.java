package io.onrecord.ingest.url;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * IP addresses as hosts (URL Standard, sections 3.5 to 3.7): {@code 0x7f.1} is {@code 127.0.0.1},
 * and an IPv6 address has one compressed spelling.
 */
final class IpAddressText {
  private IpAddressText() {}

  /** Whether the last label is a number, so that the host must be an IPv4 address. */
  static boolean endsInANumber(String host) {
    List<String> parts = labels(host);
    String last = parts.getLast();
    return (!last.isEmpty() && last.chars().allMatch(IpAddressText::isDigit))
        || number(last).isPresent();
  }

  /** The dotted decimal spelling; empty if it is no IPv4 address. */
  static Optional<String> ipv4(String host) {
    List<String> parts = labels(host);
    if (parts.size() > 4) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.size(); i++) {
      Optional<Long> number = number(parts.get(i));
      boolean last = i == parts.size() - 1;
      long most = last ? 1L << (8 * (5 - parts.size())) : 256;
      if (number.isEmpty() || number.get() >= most) {
        return Optional.empty();
      }
      address += last ? number.get() : number.get() << (8 * (3 - i));
    }
    long bits = address;
    return Optional.of(
        IntStream.of(24, 16, 8, 0)
            .mapToObj(shift -> Long.toString(bits >> shift & 0xFF))
            .collect(Collectors.joining(".")));
  }

  private static List<String> labels(String host) {
    String name = host.length() > 1 && host.endsWith(".") ? chop(host) : host;
    return List.of(name.split("\\.", -1));
  }

  private static String chop(String text) {
    return text.substring(0, text.length() - 1);
  }

  /** Decimal, octal with a leading zero, or hexadecimal. */
  private static Optional<Long> number(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    int radix = 10;
    String digits = text;
    if (text.startsWith("0x") || text.startsWith("0X")) {
      radix = 16;
      digits = text.substring(2);
    } else if (text.length() > 1 && text.startsWith("0")) {
      radix = 8;
      digits = text.substring(1);
    }
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
      if (digit < 0) {
        return Optional.empty();
      }
      // Bounded, so that a thousand digits stay a number that is too large.
      value = Math.min(1L << 40, value * radix + digit);
    }
    return Optional.of(value);
  }

  /** The compressed spelling without brackets; empty if it is no IPv6 address. */
  static Optional<String> ipv6(String text) {
    return new Ipv6Reader(text).read().map(IpAddressText::serialize);
  }

  private static String serialize(int[] pieces) {
    int longest = -1;
    int longestLength = 1;
    for (int i = 0; i < 8; i++) {
      int length = 0;
      while (i + length < 8 && pieces[i + length] == 0) {
        length++;
      }
      if (length > longestLength) {
        longest = i;
        longestLength = length;
      }
      i += length;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == longest) {
        text.append(i == 0 ? "::" : ":");
        i += longestLength - 1;
        continue;
      }
      text.append(Integer.toHexString(pieces[i]));
      if (i < 7) {
        text.append(':');
      }
    }
    return text.toString();
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
