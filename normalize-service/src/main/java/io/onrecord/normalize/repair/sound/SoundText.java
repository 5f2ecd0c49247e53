package io.onrecord.normalize.repair.sound;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * How surprising a text is, to somebody who has read a lot of sound text in many languages.
 *
 * <p>The surprise of a character is that of its class after the class before it, plus that of the
 * character within its class, in tenths of a nat (the natural logarithm of one over its
 * probability). Sound text costs 15 to 50 a character, Chinese 60 to 80; mojibake costs 90 and
 * more. The numbers are in {@code sound-text.txt}, whose header says how they were made. Immutable
 * and thread-safe.
 */
public final class SoundText {
  private static final String RESOURCE = "/io/onrecord/normalize/repair/sound-text.txt";
  private static final int CLASSES = CharacterClass.values().length;
  private static final int BEYOND_BMP = 130;
  private static final int PICTURE = 70;

  private final byte[] classes = new byte[0x10000];
  private final byte[] costs = new byte[0x10000];
  private final int[] steps = new int[CLASSES * CLASSES];

  /** Class and cost of a character beside each other, for the way that all text goes. */
  private final short[] both = new short[0x10000];

  private SoundText() {
    for (int c = 0; c < 0x10000; c++) {
      classes[c] = (byte) CharacterClass.of(c).ordinal();
    }
  }

  private static final class Holder {
    static final SoundText MODEL = load();
  }

  /** The model that is shipped, read once. */
  public static SoundText model() {
    return Holder.MODEL;
  }

  private static SoundText load() {
    SoundText model = new SoundText();
    try (InputStream in = SoundText.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      lines.lines().filter(line -> !line.startsWith("#")).forEach(model::read);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
    for (int c = 0; c < 0x10000; c++) {
      model.both[c] = (short) (model.classes[c] << 8 | model.costs[c] & 0xFF);
    }
    return model;
  }

  private void read(String line) {
    String[] words = line.split(" ", 3);
    if (words[0].equals("step")) {
      int from = CharacterClass.valueOf(words[1]).ordinal();
      String[] numbers = words[2].split(" ");
      for (int to = 0; to < CLASSES; to++) {
        steps[from * CLASSES + to] = Integer.parseInt(numbers[to]);
      }
    } else if (words[0].equals("other")) {
      String[] pair = words[2].split(" ");
      CharacterClass of = CharacterClass.valueOf(words[1]);
      for (int c = 0; c < 0x10000; c++) {
        if (classes[c] == of.ordinal()) {
          costs[c] = (byte) Integer.parseInt(pair[0]);
        }
      }
    } else {
      byte cost = (byte) Integer.parseInt(words[1]);
      words[2].chars().forEach(c -> costs[c] = cost);
    }
  }

  /** The class of a UTF-16 unit; a surrogate's is {@link CharacterClass#BAD}. */
  public CharacterClass classOf(char c) {
    return VALUES[classes[c]];
  }

  private static final CharacterClass[] VALUES = CharacterClass.values();

  /** The surprise of one character in itself, whatever stands before it. */
  public int rarity(char c) {
    return costs[c];
  }

  /** The surprise of one character of the basic plane after another. */
  public int surprise(char before, char c) {
    int now = both[c];
    return steps[(both[before] >> 8) * CLASSES + (now >> 8)] + (byte) now;
  }

  /** The surprise of {@code text} from {@code from} to {@code to}, after the character before. */
  public int surprise(CharSequence text, int from, int to, char before) {
    int sum = 0;
    int last = classes[before];
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int now = classes[c];
      if (Character.isHighSurrogate(c)
          && i + 1 < to
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        CharacterClass beyond = CharacterClass.of(point);
        sum += beyond == CharacterClass.PICTURE ? PICTURE : BEYOND_BMP;
        now = beyond.ordinal();
      } else {
        sum += steps[last * CLASSES + now] + costs[c];
      }
      last = now;
    }
    return sum;
  }

  /** The surprise of a whole line. */
  public int surprise(CharSequence line) {
    return surprise(line, 0, line.length(), ' ');
  }
}
