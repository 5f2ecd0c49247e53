package io.onrecord.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The interview pages that an empty system loads, so that the first minute shows something. */
public final class SamplePages {
  private SamplePages() {}

  /**
   * A page as it would be pushed.
   *
   * @param name its file
   * @param url where it seems to come from
   * @param contentType as a server would send it
   * @param body its bytes, damaged ones as they are
   */
  public record Sample(String name, String url, String contentType, byte[] body) {}

  /** All of them, in the order of {@code samples.tsv}. */
  public static List<Sample> all() throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (String line : new String(read("samples.tsv"), StandardCharsets.UTF_8).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] fields = line.split("\t");
        samples.add(new Sample(fields[0], fields[1], fields[2], read(fields[0])));
      }
    }
    return samples;
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = SamplePages.class.getResourceAsStream("samples/" + name)) {
      if (in == null) {
        throw new IOException("the sample page " + name + " is missing from the class path");
      }
      return in.readAllBytes();
    }
  }
}
