package io.onrecord.ingest.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalUrlTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "HTTP://Example.ORG -> http://example.org/",
        "https://example.org:443/a -> https://example.org/a",
        "http://example.org:8080/a -> http://example.org:8080/a",
        "https://example.org/a/./b/../c -> https://example.org/a/c",
        "https://example.org/a#part -> https://example.org/a",
        "https://user:secret@example.org/a -> https://example.org/a",
        "https://example.org/a? -> https://example.org/a",
        "https://example.org/a?utm_source=x&id=7&fbclid=1 -> https://example.org/a?id=7",
        "https://example.org/a?UTM_Medium=x -> https://example.org/a",
        "https://example.org/a?b=2&a=1 -> https://example.org/a?b=2&a=1",
        "https://bücher.example/ä -> https://xn--bcher-kva.example/%C3%A4",
        "https://例子.测试/访谈 -> https://xn--fsqu00a.xn--0zwm56d/%E8%AE%BF%E8%B0%88",
        "https://faß.example/ -> https://xn--fa-hia.example/",
        "http://0x7f.1/ -> http://127.0.0.1/",
        "http://[::FFFF:1.2.3.4]/ -> http://[::ffff:102:304]/",
        "https:\\\\example.org\\a -> https://example.org/a",
        "https:example.org/a -> https://example.org/a",
        "https://example.org/%7euser -> https://example.org/%7euser",
        "https://example.org/a b'c -> https://example.org/a%20b'c",
        "https://example.org/?q=a'b -> https://example.org/?q=a%27b",
        "file:///a%20b/../c.txt -> file:///c.txt",
        "file://localhost/c.txt -> file:///c.txt"
      })
  void onePageHasOneSpelling(String url, String canonical) {
    assertThat(CanonicalUrl.of(url).value()).isEqualTo(canonical);
    assertThat(CanonicalUrl.of(canonical).value()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "//example.org",
        "http://",
        "http://a b/",
        "http://[1::2::3]/",
        "http://example.org:99999/",
        "http://1.2.3.4.5/",
        "http://256.0.0.1/",
        "ftp://example.org/",
        "javascript:alert(1)",
        "file://server/share",
        "http://exa%mple.org/",
        "http://xn--/"
      })
  void whatIsNoUrlIsNamed(String text) {
    assertThatThrownBy(() -> CanonicalUrl.of(text))
        .isInstanceOf(InvalidUrlException.class)
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "b -> http://h/x/b",
        "../b -> http://h/b",
        "/b -> http://h/b",
        "//other/b -> http://other/b",
        "?q -> http://h/x/y?q",
        "#f -> http://h/x/y?z#f",
        "http:b -> http://h/x/b",
        "https:b -> https://b/",
        "HTTP://Else/ -> http://else/"
      })
  void aReferenceIsResolvedAgainstItsPage(String reference, String resolved) {
    assertThat(WebUrl.parse("http://h/x/y?z").resolve(reference).href()).isEqualTo(resolved);
  }

  @Test
  void aFileIsNamedAbsolutelyAndPercentEncoded() {
    assertThat(CanonicalUrl.of(Path.of("/data/访 谈/a#b?c%d.txt")).value())
        .isEqualTo("file:///data/%E8%AE%BF%20%E8%B0%88/a%23b%3Fc%25d.txt");
    assertThat(CanonicalUrl.of(Path.of("/data/x/../y.txt")).value())
        .isEqualTo("file:///data/y.txt");
    assertThat(CanonicalUrl.of(Path.of("y.txt")).value()).startsWith("file:///").endsWith("/y.txt");
  }

  @Test
  void hostsGroupPages() {
    assertThat(CanonicalUrl.of("https://example.org:8443/a").host()).isEqualTo("example.org:8443");
    assertThat(CanonicalUrl.of("file:///a").host()).isEqualTo("file");
    assertThat(CanonicalUrl.of("urn:sha256:" + "0".repeat(64)).host()).isEqualTo("urn");
  }
}
