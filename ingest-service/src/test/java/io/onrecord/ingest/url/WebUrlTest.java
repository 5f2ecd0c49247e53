package io.onrecord.ingest.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The corners of the URL Standard, each written down from its text. */
final class WebUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "https://name:@h -> https://name@h/",
        "https://:@h -> https://h/",
        "https://:p@h -> https://:p@h/",
        "https://a@b:c@h/ -> https://a%40b:c@h/",
        "https://a:b:c@h/ -> https://a:b%3Ac@h/",
        "https://a[b]|c^d@h/ -> https://a%5Bb%5D%7Cc%5Ed@h/",
        "http://h:/a -> http://h/a",
        "http://h:0080/a -> http://h/a",
        "http://h:0/a -> http://h:0/a",
        "http://h:65535 -> http://h:65535/",
        "https://h:80/ -> https://h:80/",
        "http:////h//a -> http://h//a",
        "http:\\/h\\a\\..\\b -> http://h/b",
        "http://h/a/%2E%2e/b/%2e -> http://h/b/",
        "http://h/.../.a/a. -> http://h/.../.a/a.",
        "http://h/../.. -> http://h/",
        "http://h/a// -> http://h/a//",
        "http://h/a^b{c}d`e|f -> http://h/a%5Eb%7Bc%7Dd%60e|f",
        "http://h/%zz%1 -> http://h/%zz%1",
        "http://h?a=<b>&c=\"d\"{} -> http://h/?a=%3Cb%3E&c=%22d%22{}",
        "http://h#a b<c>`d{} -> http://h/#a%20b%3Cc%3E%60d{}",
        "http://h#a#b -> http://h/#a#b",
        "http://h/?# -> http://h/?#",
        "http://1/ -> http://0.0.0.1/",
        "http://017.0x10.3/ -> http://15.16.0.3/",
        "http://4294967295/ -> http://255.255.255.255/",
        "http://1.2.3.4./ -> http://1.2.3.4/",
        "http://0x/ -> http://0.0.0.0/",
        "http://1.2.3.a/ -> http://1.2.3.a/",
        "http://1.a..2x/ -> http://1.a..2x/",
        "http://./ -> http://./",
        "http://a_b-.c/ -> http://a_b-.c/",
        "http://%45xample/ -> http://example/",
        "http://EX\u00ADample/ -> http://example/",
        "http://ｅｘ。ample/ -> http://ex.ample/",
        "http://[1:0:0:2:0:0:0:3]/ -> http://[1:0:0:2::3]/",
        "http://[0:0:1:0:0:2:0:0]/ -> http://[::1:0:0:2:0:0]/",
        "http://[2001:DB8::]:80/ -> http://[2001:db8::]/",
        "http://[::127.0.0.1]/ -> http://[::7f00:1]/",
        "http://h/\uD83D\uDE00 -> http://h/%F0%9F%98%80",
        "http://h/\uD83Dx -> http://h/%EF%BF%BDx"
      })
  void readsAsTheStandardSays(String text, String href) {
    assertThat(WebUrl.parse(text).href()).isEqualTo(href);
    assertThat(WebUrl.parse(href).href()).isEqualTo(href);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://@/",
        "http://a@:80/",
        "http://h:-1/",
        "http://h:65536/",
        "http://h:8 0/",
        "http://h:8a",
        "http://4294967296/",
        "http://1.2.3.256/",
        "http://09.1/",
        "http://a.1.2.3.4.5/",
        "http://a.09/",
        "http://[1]/",
        "http://[1:2:3:4:5:6:7:8:9]/",
        "http://[::1::]/",
        "http://[::1/",
        "http://[::G]/",
        "http://[::1.2.3]/",
        "http://[::01.2.3.4]/",
        "http://[::12345]/",
        "http://[::1]x/",
        "http://a<b/",
        "http://a|b/",
        "http://a%/",
        "http://a%00b/",
        "http://%FF/",
        "http://xn--ascii-/",
        "http://\u200D.example/",
        "http://\uFDD0/",
        "http:",
        "http:///",
        "https:?q"
      })
  void whatTheStandardFailsFails(String text) {
    assertThatThrownBy(() -> WebUrl.parse(text)).isInstanceOf(InvalidUrlException.class);
  }

  @Test
  void tabsAndLineBreaksAreNotThereAndSpacesAroundNeither() {
    assertThat(WebUrl.parse(" \u0000ht\ntp://h\r:8\t0/a\n b\u001F ").href())
        .isEqualTo("http://h/a%20b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        ": -> http://h/x/:",
        ":80 -> http://h/x/:80",
        "./ -> http://h/x/",
        ".. -> http://h/",
        "../../../a -> http://h/a",
        "a/../b -> http://h/x/b",
        "\\a -> http://h/a",
        "/\\other/a -> http://other/a",
        "http:/a -> http://h/a",
        "http: -> http://h/x/y?z",
        "http:?a -> http://h/x/y?a",
        "https:/a -> https://a/",
        "a:b -> failure",
        "1:b -> http://h/x/1:b",
        "é?é#é -> http://h/x/%C3%A9?%C3%A9#%C3%A9",
        "//u:p@other:81/a -> http://u:p@other:81/a"
      })
  void referencesAreResolved(String reference, String href) {
    WebUrl base = WebUrl.parse("http://h/x/y?z#f");
    if (href.equals("failure")) {
      assertThatThrownBy(() -> base.resolve(reference)).isInstanceOf(InvalidUrlException.class);
    } else {
      assertThat(base.resolve(reference).href()).isEqualTo(href);
    }
  }
}
