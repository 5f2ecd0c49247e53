package io.onrecord.ingest.url;

import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Hosts of special URLs (URL Standard, section 3.5): domains by UTS #46, IPv4 and IPv6. */
final class HostParser {
  private static final String FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|%\u007F";

  /** What UTS #46 finds and the standard lets pass (CheckHyphens and VerifyDnsLength are off). */
  private static final Set<IDNA.Error> PASSED =
      EnumSet.of(
          IDNA.Error.EMPTY_LABEL,
          IDNA.Error.LABEL_TOO_LONG,
          IDNA.Error.DOMAIN_NAME_TOO_LONG,
          IDNA.Error.LEADING_HYPHEN,
          IDNA.Error.TRAILING_HYPHEN,
          IDNA.Error.HYPHEN_3_4);

  private HostParser() {}

  /** The host in its one spelling; empty if it is none. */
  static Optional<String> parse(String text) {
    if (text.startsWith("[")) {
      return text.endsWith("]")
          ? IpAddressText.ipv6(text.substring(1, text.length() - 1)).map(ip -> "[" + ip + "]")
          : Optional.empty();
    }
    String domain = new String(PercentEncoding.decode(text), StandardCharsets.UTF_8);
    return toAscii(domain)
        .filter(host -> !host.isEmpty() && host.chars().noneMatch(HostParser::isForbidden))
        .flatMap(
            host ->
                IpAddressText.endsInANumber(host) ? IpAddressText.ipv4(host) : Optional.of(host));
  }

  private static Optional<String> toAscii(String domain) {
    if (isPlain(domain)) {
      return Optional.of(lowerCase(domain));
    }
    IDNA.Info info = new IDNA.Info();
    StringBuilder ascii = new StringBuilder();
    Uts46.INSTANCE.nameToASCII(domain, ascii, info);
    return PASSED.containsAll(info.getErrors()) ? Optional.of(ascii.toString()) : Optional.empty();
  }

  /** ASCII without punycode labels needs no tables. */
  private static boolean isPlain(String domain) {
    String lower = lowerCase(domain);
    return lower.chars().allMatch(c -> c < 0x80)
        && !lower.startsWith("xn--")
        && !lower.contains(".xn--");
  }

  private static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        lower.setCharAt(i, (char) (c | 0x20));
      }
    }
    return lower.toString();
  }

  private static boolean isForbidden(int c) {
    return c <= 0x20 || FORBIDDEN.indexOf(c) >= 0;
  }

  /** Loaded when the first domain outside ASCII is met. */
  private static final class Uts46 {
    static final IDNA INSTANCE =
        IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ
                | IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.NONTRANSITIONAL_TO_UNICODE);
  }
}
