package io.onrecord.event;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The W3C Trace Context header, version 00 (https://www.w3.org/TR/trace-context/). */
public final class Traceparent {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern VALID = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private Traceparent() {}

  /** A new trace. */
  public static String start() {
    byte[] ids = new byte[24];
    RANDOM.nextBytes(ids);
    HexFormat hex = HexFormat.of();
    return "00-%s-%s-01".formatted(hex.formatHex(ids, 0, 16), hex.formatHex(ids, 16, 24));
  }

  /** Whether a header from elsewhere can be passed on. */
  public static boolean isValid(String header) {
    return VALID.matcher(header).matches();
  }
}
