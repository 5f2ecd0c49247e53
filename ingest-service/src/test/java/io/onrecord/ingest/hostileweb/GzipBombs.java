package io.onrecord.ingest.hostileweb;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Little that becomes much: gzip, brotli and zstd of zeros, gzip in gzip, cut short, or none. */
final class GzipBombs extends FixedSite {
  private static final byte[] BOMB = bomb(60 << 20);

  // Made beforehand: a host that is slow to answer is another one's story.
  private static final byte[] ZSTD_BOMB = Zstd.compress(new byte[30 << 20]);

  /** Thirty million zeros. */
  private static final byte[] BROTLI_BOMB =
      HexFormat.of()
          .parseHex(
              "cbffff3ff82700e2b14020f7fe8fffff7ff04f00c4611180eefd1fffffffe09f0088c30200ddfbbffc1b4ec2"
                  + "3f01108705003abb49");

  GzipBombs(String label) {
    super(
        label,
        List.of("/small"),
        List.of("/bomb", "/bomb-in-bomb", "/no-gzip", "/cut", "/ten-times", "/br", "/zstd"));
  }

  @Override
  void good(Wire wire) throws IOException {
    packed(wire, "gzip", gzip(HostileWeb.bytes(Site.page(label(), wire.path()))));
  }

  @Override
  void bad(Wire wire) throws IOException {
    switch (wire.path()) {
      case "/bomb" -> packed(wire, "gzip", BOMB);
      case "/bomb-in-bomb" -> packed(wire, "gzip, gzip", gzip(BOMB));
      case "/no-gzip" -> packed(wire, "gzip", HostileWeb.bytes("<p>not packed at all</p>"));
      case "/cut" -> packed(wire, "gzip", java.util.Arrays.copyOf(BOMB, BOMB.length / 2));
      case "/br" -> packed(wire, "br", BROTLI_BOMB);
      case "/zstd" -> packed(wire, "zstd", ZSTD_BOMB);
      default -> packed(wire, "gzip,".repeat(9) + "gzip", BOMB);
    }
  }

  private static void packed(Wire wire, String how, byte[] body) throws IOException {
    wire.send(200, Map.of("Content-Type", "text/html", "Content-Encoding", how), body);
  }

  private static byte[] bomb(int size) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      byte[] zeros = new byte[1 << 16];
      for (int i = 0; i < size; i += zeros.length) {
        gzip.write(zeros);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }
}
