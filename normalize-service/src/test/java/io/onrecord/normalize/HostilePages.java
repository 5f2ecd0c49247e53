package io.onrecord.normalize;

import java.util.ArrayList;
import java.util.List;

/**
 * Pages that no person wrote, of any size: each stretches one thing that a stage walks over. Made
 * here, since nobody keeps ten megabytes of them.
 */
enum HostilePages {
  /** Ordinary paragraphs side by side, with links and headings between. */
  WIDE_HTML("text/html") {
    @Override
    String page(int size) {
      return repeat(
          "<html><body>",
          "<div class=item><h3>Harbour %d</h3><p>The <a href=/k>keeper</a> of tide %d says that the"
              + " water was <b>low</b>, and he wrote it down.</p></div>\n",
          size);
    }
  },
  /** Elements inside elements, a hundred thousand deep at most. */
  DEEP_HTML("text/html") {
    @Override
    String page(int size) {
      int depth = Math.min(100_000, size / 16);
      String text = "<p>The water was low today, and nobody asked why.</p>\n";
      return "<html><body>"
          + "<div>".repeat(depth)
          + text.repeat(Math.max(1, (size - 5 * depth) / text.length()));
    }
  },
  /** Inline elements inside inline elements, none of them ever closed. */
  DEEP_INLINE("text/html") {
    @Override
    String page(int size) {
      return repeat("<html><body><p>", "<span><i>%d tide %d", Math.min(size, 2_000_000));
    }
  },
  /**
   * Formatting that is never closed and returns in every paragraph: the standard makes a parser
   * open all of it again each time.
   */
  OPEN_FORMATTING("text/html") {
    @Override
    String page(int size) {
      return repeat("<html><body>", "<p><b><a href=/t%d>tide<font color=red>%d\n", size);
    }
  },
  /** The same, and no two of it alike. */
  OPEN_FONTS("text/html") {
    @Override
    String page(int size) {
      return repeat("<html><body>", "<p><font size=%d><i id=i%d>tide\n", size);
    }
  },
  /** One paragraph without a single space. */
  ENDLESS_WORD("text/html") {
    @Override
    String page(int size) {
      return "<html><body><p>" + "tidewater".repeat(size / 9);
    }
  },
  /** Attributes without end on one element. */
  ATTRIBUTES("text/html") {
    @Override
    String page(int size) {
      return repeat("<html><body><div ", "a%d=%d ", size) + "><p>The water was low.</p></div>";
    }
  },
  /** A class attribute on every one of very many elements. */
  NAMES("text/html") {
    @Override
    String page(int size) {
      return repeat("<html><body>", "<div class='sidebar x%d y'>tide %d</div>", size);
    }
  },
  /** A table of very many rows. */
  LONG_TABLE("text/html") {
    @Override
    String page(int size) {
      return repeat("<html><body><table>", "<tr><td>Tide %d</td><td>%d m</td></tr>", size);
    }
  },
  /** One row of very many cells. */
  WIDE_TABLE("text/html") {
    @Override
    String page(int size) {
      return repeat("<html><body><table><tr>", "<td>tide %d</td><td>%d</td>", size);
    }
  },
  /** Tables inside tables. */
  DEEP_TABLES("text/html") {
    @Override
    String page(int size) {
      return repeat("<html><body>", "<table><tr><td>%d<td>%d", Math.min(size, 2_000_000));
    }
  },
  /** A list item for every few characters. */
  LIST("text/html") {
    @Override
    String page(int size) {
      return repeat("<html><body><ul>", "<li><a href=/%d>Tide table %d</a>", size);
    }
  },
  /** Line breaks instead of paragraphs. */
  BREAKS("text/html") {
    @Override
    String page(int size) {
      return repeat("<html><body><div>", "The keeper of tide %d wrote it down in %d.<br>", size);
    }
  },
  /** Headings only. */
  HEADINGS("text/html") {
    @Override
    String page(int size) {
      return repeat("<title>Tide tables</title><body>", "<h2>Tide table %d of %d</h2>", size);
    }
  },
  /** A label for every paragraph, each another name. */
  MANY_SPEAKERS("text/plain") {
    @Override
    String page(int size) {
      return repeat("", "Keeper Tide%d: I wrote down %d. Anna: did you? Ben: I did.\n\n", size);
    }
  },
  /** Two speakers who never stop. */
  TRANSCRIPT("text/plain") {
    @Override
    String page(int size) {
      return repeat(
          "The keeper's tides\n\n",
          "Anna: And what did you write down on day %d?\n\n"
              + "Ben: The water was low, so I wrote %d, and then I went home. Then it rose again.\n\n",
          size);
    }
  },
  /** Sentences that sell something, over and over. */
  SPONSOR_READS("text/plain") {
    @Override
    String page(int size) {
      return repeat(
          "The keeper's tides\n\n",
          "Anna: This episode is brought to you by Tidewater%d. Go to tidewater dot com slash %d."
              + " Use code TIDE. And now back to Ben.\n\nBen: So I wrote it down.\n\n",
          size);
    }
  },
  /** Text of one paragraph with sentences. */
  ONE_PARAGRAPH("text/plain") {
    @Override
    String page(int size) {
      return repeat("", "The keeper wrote %d, and the water was low on day %d. ", size);
    }
  },
  /** Chinese in one line with stops. */
  CHINESE_LINE("text/plain") {
    @Override
    String page(int size) {
      return repeat("", "守潮人%d说，那天的水位很低，他就记了下来，后来又回去量了%d遍。", size / 3);
    }
  },
  /** Chinese in one line without any stop. */
  CHINESE_WITHOUT_STOPS("text/plain") {
    @Override
    String page(int size) {
      return "守潮人说那天的水位很低他就记了下来".repeat(size / 51);
    }
  },
  /** A line for every few characters. */
  SHORT_LINES("text/plain") {
    @Override
    String page(int size) {
      return repeat("", "tide %d\n%d\n", size);
    }
  },
  /** Nothing but colons. */
  COLONS("text/plain") {
    @Override
    String page(int size) {
      return repeat("", "a%d: b%d: ", size);
    }
  },
  /** Nothing but one mark of punctuation. */
  STOPS("text/plain") {
    @Override
    String page(int size) {
      return "\"".repeat(size / 2) + ".".repeat(size / 2);
    }
  },
  /** Marks of Markdown that are never closed. */
  MARKDOWN("text/markdown") {
    @Override
    String page(int size) {
      return repeat("# Tides\n\n", "**tide *%d _low [a](b ![x](%d\n", size);
    }
  },
  /** Marks of Markdown in one line. */
  MARKDOWN_LINE("text/markdown") {
    @Override
    String page(int size) {
      return repeat("", "**tide *%d _low [a](b ![x](%d ", size);
    }
  },
  /** Captions without end. */
  CAPTIONS("text/vtt") {
    @Override
    String page(int size) {
      return repeat(
          "WEBVTT\n\n", "00:00:01.000 --> 00:00:02.000\n<v Anna>low water %d at %d\n\n", size);
    }
  },
  /** Transcript segments without end. */
  SEGMENTS("application/json") {
    @Override
    String page(int size) {
      return repeat(
          "{\"version\":\"1.0.0\",\"segments\":[",
          "{\"speaker\":\"Anna\",\"startTime\":%d,\"endTime\":%d,\"body\":\"low water\"},",
          size);
    }
  },
  /** Linked data that is nothing but brackets. */
  LINKED_DATA("text/html") {
    @Override
    String page(int size) {
      return "<script type=application/ld+json>{\"headline\":"
          + "[".repeat(size)
          + "</script><p>The water was low.";
    }
  },
  /** Entities only. */
  ENTITIES("text/html") {
    @Override
    String page(int size) {
      return "<p>" + "&amp;amp;lt;&#23432;".repeat(size / 20);
    }
  };

  private final String contentType;

  HostilePages(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  /** A page of about so many bytes. */
  abstract String page(int size);

  private static String repeat(String start, String numbered, int size) {
    StringBuilder page = new StringBuilder(size + 200).append(start);
    List<String> parts = new ArrayList<>(List.of(numbered.split("%d", -1)));
    for (int i = 0; page.length() < size; i++) {
      page.append(parts.get(0));
      for (int p = 1; p < parts.size(); p++) {
        page.append(i).append(parts.get(p));
      }
    }
    return page.toString();
  }
}
