package io.onrecord.normalize.decode.charset;

import java.nio.charset.Charset;

/** An encoding that the JDK reads as the standard wants it: UTF-8, UTF-16, UTF-32, and rarities. */
record JdkDecoder(Charset charset) implements TextDecoder {
  @Override
  public String decode(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, charset);
  }
}
