package io.onrecord.normalize.decode.train;

import com.ibm.icu.util.CharsTrie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** ICU's word list for Chinese and Japanese: 316,000 words, each with −10·ln of its frequency. */
public final class WordList {
  private static final String PATH = "/com/ibm/icu/impl/data/icudata/brkitr/cjdict.dict";

  private WordList() {}

  /** Each word with its frequency (they add up to about one). */
  public static Map<String, Double> read() {
    byte[] file;
    try (InputStream in = WordList.class.getResourceAsStream(PATH)) {
      if (in == null) {
        throw new IllegalStateException("this ICU4J has no " + PATH);
      }
      file = in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteBuffer data = ByteBuffer.wrap(file);
    int header = data.getShort(0);
    int trie = data.getInt(header);
    int end = data.getInt(header + 12);
    Map<String, Double> words = new LinkedHashMap<>();
    var chars = ByteBuffer.wrap(file, header + trie, end - trie).slice().asCharBuffer();
    for (CharsTrie.Entry entry : new CharsTrie(chars, 0)) {
      words.put(entry.chars.toString(), Math.exp(-entry.value / 10.0));
    }
    return words;
  }
}
