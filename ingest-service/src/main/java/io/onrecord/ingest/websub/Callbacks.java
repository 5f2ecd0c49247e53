package io.onrecord.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The addresses that hubs are given. Each names its feed and topic and ends in a keyed hash of
 * them, which nobody without the key can guess; the secret of a subscription is another.
 *
 * <pre>/websub/{feed and topic, base64}/{HMAC-SHA256, hexadecimal}</pre>
 */
public final class Callbacks {
  /** What all of them begin with. */
  public static final String PATH = "/websub/";

  private static final String HMAC = "HmacSHA256";

  private final String address;
  private final byte[] key;

  /**
   * What a subscription is about.
   *
   * @param feed the address that is followed
   * @param topic the address that the hub knows it by
   */
  public record Topic(String feed, String topic) {}

  /**
   * Callbacks below an address.
   *
   * @param address of this service for others, without a slash at the end
   * @param key shared by all instances; empty: drawn now, so that a restart subscribes anew
   */
  public Callbacks(String address, String key) {
    this.address = address;
    this.key = key.isEmpty() ? drawn() : key.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] drawn() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return key;
  }

  String address(Topic topic) {
    String about = about(topic);
    return address + PATH + about + "/" + hash("callback", about);
  }

  /** What a callback is about; empty if we have given it to nobody. */
  public Optional<Topic> read(String about, String hash) {
    byte[] wanted = hash("callback", about).getBytes(StandardCharsets.US_ASCII);
    if (!MessageDigest.isEqual(wanted, hash.getBytes(StandardCharsets.UTF_8))) {
      return Optional.empty();
    }
    String[] lines =
        new String(Base64.getUrlDecoder().decode(about), StandardCharsets.UTF_8).split("\n", 2);
    return Optional.of(new Topic(lines[0], lines[1]));
  }

  /** With which the hub signs what it pushes; less than 200 bytes, as the standard asks. */
  public String secret(Topic topic) {
    return hash("secret", about(topic));
  }

  private static String about(Topic topic) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((topic.feed() + "\n" + topic.topic()).getBytes(StandardCharsets.UTF_8));
  }

  private String hash(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return HexFormat.of()
          .formatHex(mac.doFinal((purpose + " " + text).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
