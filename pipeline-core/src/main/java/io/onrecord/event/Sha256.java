package io.onrecord.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) in the two spellings that events and documents use. */
public final class Sha256 {
  /** To be copied: that is cheaper than to look for the algorithm's provider each time. */
  private static final MessageDigest UNUSED = unused();

  private Sha256() {}

  /** 64 lower-case hex digits. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  /** 64 lower-case hex digits of the text's UTF-8. */
  public static String hex(String text) {
    return hex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code sha256:} and 64 lower-case hex digits. */
  public static String labelled(byte[] bytes) {
    return "sha256:" + hex(bytes);
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return ((MessageDigest) UNUSED.clone()).digest(bytes);
    } catch (CloneNotSupportedException e) {
      throw new AssertionError("a digest that was copied before", e);
    }
  }

  private static MessageDigest unused() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.clone();
      return digest;
    } catch (NoSuchAlgorithmException | CloneNotSupportedException e) {
      throw new AssertionError("every Java platform has SHA-256 that can be copied", e);
    }
  }
}
