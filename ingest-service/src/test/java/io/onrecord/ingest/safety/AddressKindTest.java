package io.onrecord.ingest.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressKindTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, LOOPBACK",
    "127.255.3.4, LOOPBACK",
    "::1, LOOPBACK",
    "10.0.0.1, PRIVATE",
    "172.16.0.1, PRIVATE",
    "172.31.255.255, PRIVATE",
    "192.168.1.1, PRIVATE",
    "100.64.0.1, PRIVATE",
    "fd00::1, PRIVATE",
    "fec0::1, PRIVATE",
    "64:ff9b:1::1, PRIVATE",
    "169.254.169.254, LINK_LOCAL",
    "fe80::1, LINK_LOCAL",
    "224.0.0.1, MULTICAST",
    "ff02::1, MULTICAST",
    "0.0.0.0, RESERVED",
    "255.255.255.255, RESERVED",
    "192.0.2.1, RESERVED",
    "198.51.100.1, RESERVED",
    "203.0.113.1, RESERVED",
    "198.18.0.1, RESERVED",
    "::, RESERVED",
    "2001:db8::1, RESERVED",
    "2001::1, RESERVED",
    "4000::1, RESERVED",
    "8.8.8.8, PUBLIC",
    "172.32.0.1, PUBLIC",
    "100.128.0.1, PUBLIC",
    "2606:4700::1111, PUBLIC"
  })
  void everyAddressHasAKind(String address, AddressKind kind) throws UnknownHostException {
    assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(kind);
  }

  /** Java reads mapped addresses as IPv4 by itself; the bytes of an answer may still have them. */
  @ParameterizedTest
  @CsvSource({
    "::10.0.0.1, PRIVATE",
    "64:ff9b::127.0.0.1, LOOPBACK",
    "64:ff9b::8.8.8.8, PUBLIC",
    "2002:a00:1::, PRIVATE",
    "2002:808:808::, PUBLIC",
    "2002:7f00:1::, LOOPBACK"
  })
  void anIpv4AddressInsideAnIpv6AddressDecides(String address, AddressKind kind)
      throws UnknownHostException {
    assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(kind);
  }
}
