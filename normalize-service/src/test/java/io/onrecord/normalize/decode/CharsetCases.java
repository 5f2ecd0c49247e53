package io.onrecord.normalize.decode;

import io.onrecord.normalize.decode.charset.Encodings;
import io.onrecord.normalize.decode.charset.Labels;
import io.onrecord.normalize.decode.evidence.ByteOrderMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The byte files of {@code encoding/charset.csv}, each with its true encoding. */
record CharsetCases(List<Case> cases) {

  /**
   * @param group script or family, as in the table
   * @param generated made from known text, or a public detector's test file
   */
  record Case(String path, String expected, String group, boolean generated, byte[] bytes) {

    /** The text that the true encoding gives, if it is one that can be decoded here. */
    Optional<String> text() {
      return encoding().filter(e -> Encodings.decoder(e).isPresent()).map(this::textIn);
    }

    /** The text that another encoding gives. */
    String textIn(String encoding) {
      return Decoder.text(bytes, encoding);
    }

    private Optional<String> encoding() {
      Optional<ByteOrderMark> mark = ByteOrderMark.of(bytes);
      return mark.isPresent() ? Optional.of(mark.get().encoding()) : Labels.name(expected);
    }
  }

  /** Whether the cases are there. */
  static boolean present() {
    return Files.exists(table());
  }

  /** Reads all of them. */
  static CharsetCases read() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String line : Files.readAllLines(table()).stream().skip(1).toList()) {
      String[] column = line.split(",");
      Path file = table().resolveSibling("charset").resolve(column[0]);
      cases.add(
          new Case(
              column[0],
              column[1],
              column[3],
              column[2].startsWith("gen"),
              Files.readAllBytes(file)));
    }
    return new CharsetCases(cases);
  }

  private static Path table() {
    return Path.of(System.getProperty("onrecord.shared", "shared"), "encoding", "charset.csv");
  }
}
