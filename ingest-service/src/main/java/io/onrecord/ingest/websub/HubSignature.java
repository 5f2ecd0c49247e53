package io.onrecord.ingest.websub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code X-Hub-Signature: method=hexadecimal}, the keyed hash of what is pushed, by which it is
 * known to be of the hub that was given the secret.
 */
public final class HubSignature {
  private static final Pattern FORM = Pattern.compile("\\s*(sha\\d+)=([0-9A-Fa-f]+)\\s*");
  private static final Map<String, String> METHODS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private HubSignature() {}

  /** Whether the header is right for the body; takes as long whatever part of it is. */
  public static boolean isValid(String header, String secret, byte[] body) {
    Matcher form = FORM.matcher(header);
    if (!form.matches() || form.group(2).length() % 2 != 0) {
      return false;
    }
    String method = METHODS.get(form.group(1).toLowerCase(Locale.ROOT));
    return method != null
        && MessageDigest.isEqual(
            HexFormat.of().parseHex(form.group(2)), hash(method, secret, body));
  }

  private static byte[] hash(String method, String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(method);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + method, e);
    }
  }
}
