package io.onrecord.normalize.parse.pdf;

import io.onrecord.normalize.parse.bounded.Bounded;
import io.onrecord.normalize.parse.bounded.Bounded.Refusal;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;

/**
 * How much the compressed streams of a file inflate to, counted without keeping anything. PDFBox
 * inflates a stream whole into memory, so this comes first. A stream can be deflated several times
 * over: each layer is counted. Pictures are not inflated by anybody and are judged one by one.
 */
final class StreamSizes {
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);
  private static final int DICTIONARY = 600;
  private static final int MOST_LAYERS = 4;

  private StreamSizes() {}

  static void check(byte[] file) throws IOException {
    Count text = new Count();
    for (int at = find(file, 0); at >= 0; at = find(file, at + STREAM.length)) {
      int from = at + STREAM.length;
      boolean end = at >= 3 && file[at - 1] == 'd' && file[at - 2] == 'n' && file[at - 3] == 'e';
      if (end || from >= file.length || file[from] != '\r' && file[from] != '\n') {
        continue;
      }
      from += file[from] == '\r' && from + 1 < file.length && file[from + 1] == '\n' ? 2 : 1;
      Count count = isPicture(file, at) ? new Count() : text;
      inflate(new ByteArrayInputStream(file, from, file.length - from), count, 0);
    }
  }

  private static int find(byte[] file, int from) {
    int last = file.length - STREAM.length;
    for (int i = from; i <= last; i++) {
      if (file[i] == 's' && file[i + 5] == 'm' && file[i + 1] == 't' && file[i + 2] == 'r') {
        return i;
      }
    }
    return -1;
  }

  private static boolean isPicture(byte[] file, int at) {
    int from = Math.max(0, at - DICTIONARY);
    String before = new String(file, from, at - from, StandardCharsets.ISO_8859_1);
    int object = before.lastIndexOf(" obj");
    String dictionary = before.substring(Math.max(0, object));
    return dictionary.contains("/Image") && dictionary.contains("/Width");
  }

  private static void inflate(InputStream deflated, Count count, int layer) throws IOException {
    if (layer > MOST_LAYERS) {
      throw new Refusal("is compressed %d times over".formatted(layer));
    }
    BufferedInputStream in = new BufferedInputStream(deflated, 1 << 13);
    if (!startsDeflated(in)) {
      return;
    }
    BufferedInputStream out = new BufferedInputStream(new InflaterInputStream(in), 1 << 15);
    try {
      if (startsDeflated(out)) {
        inflate(count.through(out), count, layer + 1);
        return;
      }
      byte[] buffer = new byte[1 << 15];
      for (int n = out.read(buffer); n >= 0; n = out.read(buffer)) {
        count.add(n);
      }
    } catch (IOException damaged) {
      // Where the stream is damaged a parser gets no further either.
      return;
    }
  }

  /** Whether a zlib header stands here; nothing is consumed. */
  private static boolean startsDeflated(BufferedInputStream in) throws IOException {
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    return second >= 0 && (first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0;
  }

  private static final class Count {
    private long bytes;

    void add(int n) {
      bytes += n;
      Bounded.check();
      if (bytes > Bounded.MOST_INFLATED) {
        throw new Refusal("inflates to more than %d MB".formatted(Bounded.MOST_INFLATED >> 20));
      }
    }

    /** The same bytes, counted on their way. */
    InputStream through(InputStream in) {
      return new InputStream() {
        @Override
        public int read() throws IOException {
          int b = in.read();
          add(b < 0 ? 0 : 1);
          return b;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
          int n = in.read(buffer, from, length);
          add(Math.max(0, n));
          return n;
        }
      };
    }
  }
}
