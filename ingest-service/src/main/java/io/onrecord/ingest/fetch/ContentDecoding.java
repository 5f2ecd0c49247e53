package io.onrecord.ingest.fetch;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * The content codings of HTTP (RFC 9110, section 8.4.1) that we ask for, and read: gzip, deflate,
 * br and zstd.
 *
 * <p>Bounded on both sides: the caller takes only as many decoded bytes as a page may have, and
 * what is read for them ends a little above the same limit, so that a body of endless empty blocks
 * ends too. Of zstd only windows of 8 MiB are read, which is all that HTTP allows (RFC 9659).
 */
public final class ContentDecoding {
  /** What is asked for. */
  public static final String ACCEPTED = "gzip, deflate, br, zstd";

  private static final int MOST_CODINGS = 3;
  private static final int WINDOW_LOG = 23;
  private static final int BUFFER = 8 << 10;

  private ContentDecoding() {}

  /** A body in a coding that nobody asked for. */
  public static final class UnknownCodingException extends IOException {
    private static final long serialVersionUID = 1L;

    UnknownCodingException(String coding) {
      super("its body is encoded as '%s', which was not asked for".formatted(coding));
    }
  }

  /** A body of more encoded bytes than any page has. */
  public static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuchException() {
      super("too much before decoding");
    }
  }

  /**
   * The body decoded.
   *
   * @param body as sent; not closed with the result
   * @param encodings the values of {@code Content-Encoding}
   * @param maxBytes of the page
   */
  public static InputStream of(InputStream body, List<String> encodings, int maxBytes)
      throws IOException {
    List<String> codings =
        encodings.stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
            .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
            .toList();
    if (codings.size() > MOST_CODINGS) {
      throw new UnknownCodingException(String.join(", ", codings));
    }
    if (codings.isEmpty()) {
      return new Unclosed(body);
    }
    InputStream decoded = new Bounded(new Unclosed(body), maxBytes + (maxBytes >> 3) + BUFFER);
    for (String coding : codings.reversed()) {
      decoded = one(decoded, coding);
    }
    return decoded;
  }

  private static InputStream one(InputStream in, String coding) throws IOException {
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(in, BUFFER);
      case "deflate" -> inflated(in);
      case "br" -> new BrotliInputStream(in);
      case "zstd" -> new ZstdInputStream(in).setLongMax(WINDOW_LOG);
      default -> throw new UnknownCodingException(coding);
    };
  }

  /** "deflate" means zlib; some servers send it without zlib's two bytes. */
  private static InputStream inflated(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(2);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    boolean isZlib = (first & 0x0F) == 8 && (first << 8 | second) % 31 == 0;
    Inflater inflater = new Inflater(!isZlib);
    return new InflaterInputStream(buffered, inflater, BUFFER) {
      @Override
      public void close() throws IOException {
        super.close();
        inflater.end();
      }
    };
  }

  /** Closing it frees the decoders and leaves the connection to whoever opened it. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return in.read(bytes, offset, length);
    }

    @Override
    public void close() {
      // Its owner closes it.
    }
  }

  private static final class Bounded extends FilterInputStream {
    private long left;

    Bounded(InputStream in, long most) {
      super(in);
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      return read < 0 ? -1 : count(1, read);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      return read < 0 ? -1 : count(read, read);
    }

    private int count(int read, int result) throws TooMuchException {
      left -= read;
      if (left < 0) {
        throw new TooMuchException();
      }
      return result;
    }
  }
}
