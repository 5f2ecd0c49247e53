package io.onrecord.ingest.url;

import java.util.Optional;

/** The IPv6 parser of the URL Standard, section 3.5, step by step. */
final class Ipv6Reader {
  private static final int END = -1;

  private final String text;
  private final int[] pieces = new int[8];
  private int piece;
  private int compress = -1;
  private int at;

  Ipv6Reader(String text) {
    this.text = text;
  }

  /** Eight pieces of sixteen bits; empty if the text is no address. */
  Optional<int[]> read() {
    if (c() == ':') {
      if (next() != ':') {
        return Optional.empty();
      }
      at += 2;
      piece++;
      compress = piece;
    }
    while (c() != END) {
      if (piece == 8) {
        return Optional.empty();
      }
      if (c() == ':') {
        if (compress >= 0) {
          return Optional.empty();
        }
        at++;
        piece++;
        compress = piece;
        continue;
      }
      int start = at;
      int value = 0;
      while (at - start < 4 && Character.digit(c(), 16) >= 0 && c() < 0x80) {
        value = value * 16 + Character.digit(c(), 16);
        at++;
      }
      if (c() == '.') {
        if (at == start || piece > 6) {
          return Optional.empty();
        }
        at = start;
        if (!readIpv4()) {
          return Optional.empty();
        }
        break;
      }
      if (c() == ':') {
        at++;
        if (c() == END) {
          return Optional.empty();
        }
      } else if (c() != END) {
        return Optional.empty();
      }
      pieces[piece++] = value;
    }
    return finish();
  }

  private boolean readIpv4() {
    int seen = 0;
    while (c() != END) {
      int value = -1;
      if (seen > 0) {
        if (c() != '.' || seen >= 4) {
          return false;
        }
        at++;
      }
      while (c() >= '0' && c() <= '9') {
        if (value == 0) {
          return false;
        }
        value = value < 0 ? c() - '0' : value * 10 + c() - '0';
        if (value > 255) {
          return false;
        }
        at++;
      }
      if (value < 0) {
        return false;
      }
      pieces[piece] = pieces[piece] * 256 + value;
      seen++;
      if (seen == 2 || seen == 4) {
        piece++;
      }
    }
    return seen == 4;
  }

  private Optional<int[]> finish() {
    if (compress >= 0) {
      int swaps = piece - compress;
      for (int to = 7; to != 0 && swaps > 0; to--, swaps--) {
        int from = compress + swaps - 1;
        int moved = pieces[from];
        pieces[from] = pieces[to];
        pieces[to] = moved;
      }
    } else if (piece != 8) {
      return Optional.empty();
    }
    return Optional.of(pieces);
  }

  private int c() {
    return at < text.length() ? text.charAt(at) : END;
  }

  private int next() {
    return at + 1 < text.length() ? text.charAt(at + 1) : END;
  }
}
