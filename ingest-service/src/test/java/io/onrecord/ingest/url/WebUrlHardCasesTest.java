package io.onrecord.ingest.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** More of the URL Standard: where parsers of other kinds go astray. */
final class WebUrlHardCasesTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "HTTPS:h -> https://h/",
        "https:/h/a -> https://h/a",
        "http:\\\\h\\a -> http://h/a",
        "http://h\\@x/ -> http://h/@x/",
        "http://a@b@c/ -> http://a%40b@c/",
        "http://u%20:%p;=@h/ -> http://u%20:%p%3B%3D@h/",
        "http://h:000000000000000000000000443/ -> http://h:443/",
        "https://h:443/ -> https://h/",
        "http://0x7F.1/ -> http://127.0.0.1/",
        "http://0300.168.0xF0/ -> http://192.168.0.240/",
        "http://256/ -> http://0.0.1.0/",
        "http://0xffffffff/ -> http://255.255.255.255/",
        "http://0x100..b/ -> http://0x100..b/",
        "http://1.2.3.4.x/ -> http://1.2.3.4.x/",
        "http://1e2/ -> http://1e2/",
        "http://a.0xg/ -> http://a.0xg/",
        "http://０Ｘ７ｆ．１/ -> http://127.0.0.1/",
        "http://%30%78%37%66.1/ -> http://127.0.0.1/",
        "http://[::ffff:192.0.2.1]/ -> http://[::ffff:c000:201]/",
        "http://[0:0:0:0:0:0:0:0]/ -> http://[::]/",
        "http://[1::]/ -> http://[1::]/",
        "http://[1:2:3:4:5:6:7::]/ -> http://[1:2:3:4:5:6:7:0]/",
        "http://[::1]:80 -> http://[::1]/",
        "http://bücher.example/ -> http://xn--bcher-kva.example/",
        "http://BÜCHER.example/ -> http://xn--bcher-kva.example/",
        "http://faß.example/ -> http://xn--fa-hia.example/",
        "http://xn--fa-hia.example/ -> http://xn--fa-hia.example/",
        "http://XN--FA-HIA.example/ -> http://xn--fa-hia.example/",
        "http://例え。テスト/ -> http://xn--r8jz45g.xn--zckzah/",
        "http://b%C3%BCcher.example/ -> http://xn--bcher-kva.example/",
        "http://r4---sn.example/ -> http://r4---sn.example/",
        "http://-a-.ü/ -> http://-a-.xn--tda/",
        "http://a\u200Bb/ -> http://ab/",
        "http://a!$&'()*+,;=_~`{}\"b/ -> http://a!$&'()*+,;=_~`{}\"b/",
        "http://h/a;b=c,d@e:f -> http://h/a;b=c,d@e:f",
        "http://h/a\\b/..\\c -> http://h/a/c",
        "http://h/.%2E/%2e./a -> http://h/a",
        "http://h/%2e%2e%2f -> http://h/%2e%2e%2f",
        "http://h/a/./ -> http://h/a/",
        "http://h/a/.. -> http://h/",
        "http://h//../a -> http://h/a",
        "http://h/\u00A0é -> http://h/%C2%A0%C3%A9",
        "http://h/\u0001\u007F -> http://h/%01%7F",
        "http://h/?q='é'|^`\\ -> http://h/?q=%27%C3%A9%27|^`\\",
        "http://h/?a?b#c?d#e -> http://h/?a?b#c?d#e",
        "http://h/#\u0000é\\^ -> http://h/#%00%C3%A9\\^",
        "\u0009http://h\u0020 -> http://h/"
      })
  void readsAsTheStandardSays(String text, String href) {
    assertThat(WebUrl.parse(text).href()).isEqualTo(href);
    assertThat(WebUrl.parse(href).href()).isEqualTo(href);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://",
        "http://?",
        "http://#",
        "http://:80",
        "http://u:p@",
        "http://u@/x",
        "http://h:80:80/",
        "http://h:+80/",
        "http://h:٨٠/",
        "http://h:99999999999999999999/",
        "http://a b/",
        "http://a%20b/",
        "http://a%2Fb/",
        "http://a%3Ab/",
        "http://a%40b/",
        "http://a%5Bb/",
        "http://a^b/",
        "http://a\u007Fb/",
        "http://％４１.example/",
        "http://\u00AD/",
        "http://xn--/",
        "http://xn--a/",
        "http://xn--a-ä/",
        "http://a.xn--ü/",
        "http://0x100000000/",
        "http://1.2.3.4.5/",
        "http://1.2..3/",
        "http://256.0.0.1/",
        "http://1.2.0x10000/",
        "http://a.0x1/",
        "http://08/"
      })
  void whatTheStandardFailsFails(String text) {
    assertThatThrownBy(() -> WebUrl.parse(text)).isInstanceOf(InvalidUrlException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://[",
        "http://[]/",
        "http://[:]/",
        "http://[1:2]/",
        "http://[:1::2]/",
        "http://[1::2::3]/",
        "http://[1:2:3:4:5:6:7:8:]/",
        "http://[::1.2.3.4.5]/",
        "http://[::1.2.3.256]/",
        "http://[1:2:3:4:5:6:7:1.2.3.4]/",
        "http://[::.1.2.3]/",
        "http://[::1.2.3.4x]/",
        "http://[::１]/",
        "http://[fe80::1%25eth0]/",
        "http://[::1]80/",
        "http://x[::1]/"
      })
  void whatIsNoIpv6AddressFails(String text) {
    assertThatThrownBy(() -> WebUrl.parse(text)).isInstanceOf(InvalidUrlException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "http:a -> http://u@h:8/x/a",
        "http:/a -> http://u@h:8/a",
        "http:\\a -> http://u@h:8/a",
        "http:#f -> http://u@h:8/x/y?q#f",
        "http: -> http://u@h:8/x/y?q",
        "https:a -> https://a/",
        "https:/a -> https://a/",
        "\\\\o\\a -> http://o/a",
        "/\\o/a -> http://o/a",
        "////o/a -> http://o/a",
        "\\a -> http://u@h:8/a",
        "?p -> http://u@h:8/x/y?p",
        "? -> http://u@h:8/x/y?",
        "# -> http://u@h:8/x/y?q#",
        ". -> http://u@h:8/x/",
        "..\\..\\z -> http://u@h:8/z",
        "a\\b -> http://u@h:8/x/a/b",
        "%2e%2E/z -> http://u@h:8/z",
        "a b -> http://u@h:8/x/a%20b",
        "1:2 -> http://u@h:8/x/1:2",
        "é:x -> http://u@h:8/x/%C3%A9:x"
      })
  void resolvesAsTheStandardSays(String text, String href) {
    WebUrl base = WebUrl.parse("http://u@h:8/x/y?q#f0");
    assertThat(base.resolve(text).href()).isEqualTo(href);
  }
}
