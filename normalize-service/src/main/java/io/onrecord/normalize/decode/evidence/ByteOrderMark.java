package io.onrecord.normalize.decode.evidence;

import java.util.Optional;

/** The mark that some encoders put before the text; it is not part of the text. */
public enum ByteOrderMark {
  UTF_8("UTF-8", 0xEF, 0xBB, 0xBF),
  /** Before UTF-16LE: its mark begins with the same two bytes. */
  UTF_32LE("UTF-32LE", 0xFF, 0xFE, 0, 0),
  UTF_32BE("UTF-32BE", 0, 0, 0xFE, 0xFF),
  UTF_16LE("UTF-16LE", 0xFF, 0xFE),
  UTF_16BE("UTF-16BE", 0xFE, 0xFF);

  private final String encoding;
  private final int[] mark;

  ByteOrderMark(String encoding, int... mark) {
    this.encoding = encoding;
    this.mark = mark;
  }

  /** The encoding that the mark announces. */
  public String encoding() {
    return encoding;
  }

  /** How many bytes the mark takes. */
  public int length() {
    return mark.length;
  }

  /** The mark at the start of the bytes. */
  public static Optional<ByteOrderMark> of(byte[] bytes) {
    for (ByteOrderMark candidate : values()) {
      if (candidate.starts(bytes)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private boolean starts(byte[] bytes) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
