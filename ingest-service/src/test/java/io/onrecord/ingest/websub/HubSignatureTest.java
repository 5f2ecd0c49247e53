package io.onrecord.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HubSignatureTest {
  private static final byte[] BODY = "<feed/>".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
  void aSignatureIsRightForItsBodyAndSecretOnly(String method) throws Exception {
    Mac mac = Mac.getInstance("Hmac" + method.toUpperCase(Locale.ROOT));
    mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "any"));
    String hex = HexFormat.of().formatHex(mac.doFinal(BODY));
    String signature = method + "=" + hex;
    assertThat(HubSignature.isValid(signature, "secret", BODY)).isTrue();
    assertThat(HubSignature.isValid(method + "=" + hex.toUpperCase(Locale.ROOT), "secret", BODY))
        .isTrue();
    assertThat(HubSignature.isValid(signature, "other", BODY)).isFalse();
    assertThat(HubSignature.isValid(signature, "secret", new byte[] {1})).isFalse();
    assertThat(HubSignature.isValid(signature.substring(0, signature.length() - 2), "secret", BODY))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256", "sha256=", "sha256=x", "md5=00", "sha224=00", "sha1=0"})
  void whatIsNoSignatureIsWrong(String header) {
    assertThat(HubSignature.isValid(header, "secret", BODY)).isFalse();
  }

  @Test
  void aCallbackIsReadByWhoeverHasItsKeyAndNobodyElse() {
    Callbacks.Topic topic =
        new Callbacks.Topic("https://example.org/feed", "https://example.org/feed?all");
    Callbacks mine = new Callbacks("https://me.example", "key");
    String[] parts = mine.address(topic).split("/");
    assertThat(mine.address(topic)).startsWith("https://me.example/websub/");
    assertThat(new Callbacks("", "key").read(parts[4], parts[5])).contains(topic);
    assertThat(new Callbacks("", "").read(parts[4], parts[5])).isEmpty();
    assertThat(mine.read(parts[4], parts[5].replace(parts[5].charAt(0), 'x'))).isEmpty();
    assertThat(mine.read("x", parts[5])).isEmpty();
    assertThat(mine.secret(topic)).isNotEqualTo(parts[5]).hasSizeLessThan(200);
  }
}
