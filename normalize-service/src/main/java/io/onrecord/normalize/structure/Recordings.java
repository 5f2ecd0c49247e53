package io.onrecord.normalize.structure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one address of a recording, whether a page embeds its player, links it shortly, or names it:
 * {@code structure/players.tsv}. Immutable.
 */
final class Recordings {
  private static final String TABLE = "/io/onrecord/normalize/structure/players.tsv";
  private static final int COLUMNS = 4;
  private static final int LONGEST = 2000;

  private final List<Form> forms;

  /** A form of address; see the table's own words. */
  record Form(Pattern pattern, String address, String example, String expected) {}

  private Recordings(List<Form> forms) {
    this.forms = List.copyOf(forms);
  }

  static Recordings load() {
    try (InputStream in = Recordings.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("no table " + TABLE);
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<Form> forms = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] columns = line.split("\t", -1);
          if (columns.length != COLUMNS) {
            throw new IllegalArgumentException(TABLE + ": expected 4 columns: " + line);
          }
          forms.add(new Form(Pattern.compile(columns[0]), columns[1], columns[2], columns[3]));
        }
      }
      return new Recordings(forms);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Form> forms() {
    return forms;
  }

  /** The address of the recording that this is an address of. */
  Optional<String> address(String url) {
    int scheme = url.indexOf("//");
    if (scheme < 0 || url.length() > LONGEST) {
      return Optional.empty();
    }
    String rest = url.substring(scheme + 2);
    for (Form form : forms) {
      Matcher m = form.pattern().matcher(rest);
      if (m.matches()) {
        return Optional.of(form.address().replace("$1", m.group(1)));
      }
    }
    return Optional.empty();
  }
}
