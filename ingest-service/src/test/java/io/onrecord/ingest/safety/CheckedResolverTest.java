package io.onrecord.ingest.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.ingest.url.WebUrl;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckedResolverTest {
  private final InMemoryDnsResolver dns = new InMemoryDnsResolver();
  private final NamedHosts named = new NamedHosts();

  @BeforeEach
  void names() throws UnknownHostException {
    dns.add("mixed.example", address("10.0.0.1"), address("8.8.8.8"));
    dns.add("own.example", address("10.0.0.1"));
    dns.add("wiki.corp.example", address("10.0.0.2"));
    dns.add("cloud.corp.example", address("169.254.169.254"));
    dns.add("me.example", address("127.0.0.1"));
  }

  @Test
  void onlyAddressesThatMayBeDialledComeThrough() throws UnknownHostException {
    assertThat(remote("").resolve("mixed.example")).containsExactly(address("8.8.8.8"));
    assertThatThrownBy(() -> remote("").resolve("own.example"))
        .isInstanceOf(RefusedAddressException.class)
        .hasMessage("own.example is 10.0.0.1, a private address, which is not fetched from");
    assertThatThrownBy(() -> local("").resolve("mixed.example"))
        .isInstanceOf(RefusedAddressException.class);
  }

  @Test
  void thisMachineIsAskedWhatAPersonNamedAndNothingElse() throws UnknownHostException {
    assertThat(local("").resolve("me.example", 9092)).hasSize(1);
    CheckedResolver remote = remote("");
    assertRefused(remote, "me.example", 8000);
    try (NamedHosts.Named meanwhile = named.name(WebUrl.parse("http://ME.example:8000/page"))) {
      assertThat(remote.resolve("me.example", 8000))
          .containsExactly(new InetSocketAddress(address("127.0.0.1"), 8000));
      assertRefused(remote, "me.example", 9092);
    }
    assertRefused(remote, "me.example", 8000);
    named.sources(() -> List.of(WebUrl.parse("https://me.example/feed")));
    assertThat(remote.resolve("me.example", 443)).hasSize(1);
    assertRefused(remote, "me.example", 80);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, own.example",
    "10.0.0.0/31, own.example",
    "10.0.0.1, own.example",
    "own.example, own.example",
    "OWN.example, own.example",
    "*.example, own.example",
    "*.corp.example, wiki.corp.example",
    "169.254.169.254, cloud.corp.example",
    "'192.168.0.0/16 fd00::/8,127.0.0.0/8', me.example",
    "'[\"me.example\",\"10.0.0.0/8\"]', me.example",
    "0.0.0.0/0, own.example"
  })
  void theAllowListOpensOnesOwnNetwork(String list, String host) throws UnknownHostException {
    assertThat(remote(list).resolve(host, 80)).hasSize(1);
    assertThat(local(list).resolve(host, 80)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.2/31, own.example",
    "*.own.example, own.example",
    "*.corp.example, own.example",
    "*.corp.example, cloud.corp.example",
    "cloud.corp.example, cloud.corp.example",
    "::/0, own.example",
    "127.1.0.0/16, me.example"
  })
  void theAllowListOpensNothingElse(String list, String host) {
    assertRefused(remote(list), host, 80);
  }

  @Test
  void multicastIsNeverDialled() throws UnknownHostException {
    dns.add("all.example", address("224.0.0.1"));
    assertRefused(remote("0.0.0.0/0 all.example"), "all.example", 80);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/33", "10.0/8", "10.0.0.0/", "10.0.0.0/x", "fd00::/129", "a/8", "a b!"})
  void whatIsNoEntryIsNamed(String list) {
    assertThatThrownBy(() -> OwnNetwork.parse(list))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is neither an address");
  }

  private CheckedResolver remote(String list) {
    return new CheckedResolver(dns, true, OwnNetwork.parse(list), named);
  }

  private CheckedResolver local(String list) {
    return new CheckedResolver(dns, false, OwnNetwork.parse(list), named);
  }

  private static void assertRefused(CheckedResolver resolver, String host, int port) {
    assertThatThrownBy(() -> resolver.resolve(host, port))
        .isInstanceOf(RefusedAddressException.class);
  }

  private static InetAddress address(String literal) throws UnknownHostException {
    return InetAddress.getByName(literal);
  }
}
