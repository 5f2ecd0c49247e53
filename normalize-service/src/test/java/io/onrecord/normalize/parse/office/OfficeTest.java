package io.onrecord.normalize.parse.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onrecord.document.Block;
import io.onrecord.document.BlockType;
import io.onrecord.document.Category;
import io.onrecord.document.Document;
import io.onrecord.document.Removed;
import io.onrecord.document.Turn;
import io.onrecord.normalize.Normalizer;
import io.onrecord.normalize.RawPage;
import io.onrecord.normalize.parse.UnreadablePageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Office files, read through the whole normalizer. */
final class OfficeTest {
  private static final String FIRST = "Why does a salt works need a choir at all?";
  private static final String ANSWER =
      "Because raking is done in a row, and a row that does not breathe together falls out of step"
          + " before the sun is over the pans. My grandmother hummed; I write the parts down.";
  private static final String SECOND = "Who sings the low part when the old men retire?";
  private static final String REPLY =
      "Their daughters do. It turned out that nobody had ever asked them, and two of them can hold"
          + " a note under the wind that no man here has reached in my time.";

  private final Normalizer normalizer = new Normalizer();

  private static OfficeFiles.Word interview() {
    return new OfficeFiles.Word()
        .about("The Choir of the Salt Works", "Ada Quill")
        .margins("Salt Works Bulletin", "Printed by the union")
        .styled("Heading1", "The Choir of the Salt Works")
        .paragraph("", "By Ada Quill, 5 March 2024")
        .paragraph("Ada Quill:", FIRST)
        .paragraph("Benno Tarr:", ANSWER)
        .paragraph("Ada Quill:", SECOND)
        .paragraph("Benno Tarr:", REPLY);
  }

  private static void isTheInterview(Document document) {
    assertThat(document.turns())
        .extracting(Turn::speaker)
        .containsExactly("Ada Quill", "Benno Tarr", "Ada Quill", "Benno Tarr");
    assertThat(document.turns())
        .extracting(Turn::text)
        .containsExactly(FIRST, ANSWER, SECOND, REPLY);
  }

  @Test
  void readsWord() {
    Document document = normalize("a.docx", interview().bytes());
    isTheInterview(document);
    assertThat(document.title()).contains("The Choir of the Salt Works");
    assertThat(document.publishedAt()).contains("2024-03-05");
    assertThat(document.removed())
        .filteredOn(removed -> removed.rule().startsWith("page.running"))
        .extracting(Removed::category)
        .containsExactly(Category.SITE_HEADER, Category.SITE_FOOTER);
    assertThat(document.text()).doesNotContain("Bulletin", "union");
  }

  @Test
  void keepsHeadingsListsAndTablesOfWord() {
    Document document =
        normalize(
            "b.docx",
            new OfficeFiles.Word()
                .styled("Heading1", "How salt is raked")
                .paragraph("", ANSWER)
                .styled("Heading2", "What it takes")
                .paragraph("", REPLY)
                .styled("ListParagraph", "a rake of ash wood")
                .styled("ListParagraph", "a pan that does not leak")
                .table(new String[][] {{"Pan", "Tons"}, {"North", "12"}, {"South", "9"}})
                .paragraph("", ANSWER)
                .bytes());
    assertThat(document.title()).contains("How salt is raked");
    assertThat(blocks(document, BlockType.HEADING)).containsExactly("What it takes");
    assertThat(blocks(document, BlockType.LIST_ITEM))
        .containsExactly("a rake of ash wood", "a pan that does not leak");
    assertThat(blocks(document, BlockType.TABLE)).containsExactly("Pan\tTons\nNorth\t12\nSouth\t9");
  }

  @Test
  void readsATranscriptThatIsATableOfNamesAndSpeech() {
    Document document =
        normalize(
            "c.docx",
            new OfficeFiles.Word()
                .styled("Heading1", "The Choir of the Salt Works")
                .table(
                    new String[][] {
                      {"Ada Quill", FIRST},
                      {"Benno Tarr", ANSWER},
                      {"Ada Quill", SECOND},
                      {"Benno Tarr", REPLY}
                    })
                .bytes());
    isTheInterview(document);
  }

  @Test
  void readsOpenDocument() {
    String body =
        "<text:h text:outline-level='1'>The Choir of the Salt Works</text:h>"
            + "<text:p><text:span text:style-name='B'>Ada Quill:</text:span> %s</text:p><text:p>Benno Tarr: %s</text:p>"
            + "<text:p>Ada Quill: %s</text:p><text:p>Benno Tarr: %s</text:p>"
            + "<text:list><text:list-item><text:p>one rake</text:p></text:list-item></text:list>";
    Document document =
        normalize("d.odt", OfficeFiles.odt("", body.formatted(FIRST, ANSWER, SECOND, REPLY)));
    assertThat(document.turns()).hasSize(4);
    assertThat(document.turns().get(1).text()).isEqualTo(ANSWER);
    assertThat(blocks(document, BlockType.LIST_ITEM)).containsExactly("one rake");
    assertThat(document.text()).doesNotContain("Bulletin", "union");
    assertThat(document.byline()).containsExactly("Ada Quill");
  }

  @Test
  void readsRichText() {
    String rtf =
        "{\\rtf1\\ansi\\ansicpg1252{\\info{\\title The Choir of the Salt Works}{\\author Ada Quill}}"
            + "{\\header Salt Works Bulletin\\par}{\\footer Printed by the union\\par}"
            + "\\pard\\b Ada Quill:\\b0  %s\\par\\b Benno Tarr:\\b0  %s\\par\\b Ada Quill:\\b0  %s\\par\\b Benno Tarr:\\b0  %s\\par}";
    Document document =
        normalize(
            "e.doc",
            rtf.formatted(FIRST, ANSWER, SECOND, REPLY).getBytes(StandardCharsets.US_ASCII));
    isTheInterview(document);
    assertThat(document.text()).doesNotContain("Bulletin", "union");
  }

  @Test
  void readsBooksInTheirOrder() {
    Document document =
        normalize(
            "f.epub",
            OfficeFiles.epub(
                "<h1>At the pans</h1><p>Ada Quill: %s</p><p>Benno Tarr:\n %s</p><script>track()</script>"
                    .formatted(FIRST, ANSWER),
                "<h1>In the boathouse</h1><p>Ada Quill: %s</p><p>Benno Tarr: %s</p>"
                    .formatted(SECOND, REPLY)));
    isTheInterview(document);
    assertThat(document.text()).doesNotContain("track()");
  }

  @Test
  void refusesEncryptedFiles() throws Exception {
    byte[] locked = OfficeFiles.encrypted(interview().bytes());
    assertThatThrownBy(() -> normalize("g.docx", locked))
        .isInstanceOf(UnreadablePageException.class)
        .hasMessage(
            "https://salt.example/g.docx: the Office file is encrypted; save it without a password");
  }

  @Test
  void refusesWhatIsNoTextDocument() {
    byte[] zip = OfficeFiles.zip("a.txt", "hello", "xl/workbook.xml", "<workbook/>");
    assertThatThrownBy(() -> normalize("h.zip", zip))
        .isInstanceOf(UnreadablePageException.class)
        .hasMessageContaining("holds no text document; what is read: PDF, Word");
  }

  @Test
  void refusesDamagedFiles() {
    byte[] whole = interview().bytes();
    for (int cut = 4; cut < whole.length; cut += whole.length / 17) {
      byte[] part = java.util.Arrays.copyOf(whole, cut);
      assertThatThrownBy(() -> normalize("i.docx", part))
          .isInstanceOf(UnreadablePageException.class);
    }
  }

  @Test
  void refusesABombOfZeros() {
    String part = " ".repeat(40 << 20);
    byte[] bomb =
        OfficeFiles.zip(
            "word/document.xml",
            part,
            "b",
            part,
            "c",
            part,
            "d",
            part,
            "e",
            part,
            "f",
            part,
            "g",
            part);
    assertThatThrownBy(() -> normalize("j.docx", bomb))
        .isInstanceOf(UnreadablePageException.class)
        .hasMessageContaining("inflates to more than 256 MB");
  }

  @Test
  void refusesEntitiesThatMultiply() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 12; i++) {
      laughs.append("<!ENTITY a%d '%s'>".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
    }
    byte[] bomb = OfficeFiles.odt(laughs + "]>", "<text:p>Hello &a11; there</text:p>");
    try {
      assertThat(normalize("k.odt", bomb).text()).hasSizeLessThan(1000);
    } catch (UnreadablePageException expected) {
      assertThat(expected).hasMessageStartingWith("https://salt.example/k.odt: the Office file ");
    }
  }

  @Test
  void readsNoOtherFile(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret of the pans");
    String doctype = "<!DOCTYPE x [<!ENTITY s SYSTEM '%s'>]>".formatted(secret.toUri());
    byte[] file = OfficeFiles.odt(doctype, "<text:p>Hello &s; there, dear reader.</text:p>");
    try {
      assertThat(normalize("l.odt", file).text()).doesNotContain("secret");
    } catch (UnreadablePageException expected) {
      assertThat(expected).hasMessageNotContaining("secret of the pans");
    }
  }

  @Test
  void refusesDepthWithoutEnd() {
    String deep = "<text:section>".repeat(50_000) + "x" + "</text:section>".repeat(50_000);
    assertThatThrownBy(() -> normalize("m.odt", OfficeFiles.odt("", deep)))
        .isInstanceOf(UnreadablePageException.class);
    String braces = "{\\rtf1 " + "{".repeat(200_000) + "x" + "}".repeat(200_000) + "}";
    try {
      normalize("n.rtf", braces.getBytes(StandardCharsets.US_ASCII));
    } catch (UnreadablePageException expected) {
      assertThat(expected).hasMessageStartingWith("https://salt.example/n.rtf: the Office file ");
    }
  }

  private static List<String> blocks(Document document, BlockType type) {
    return document.blocks().stream().filter(b -> b.type() == type).map(Block::text).toList();
  }

  private Document normalize(String name, byte[] bytes) {
    return normalizer.normalize(
        RawPage.of(
            "https://salt.example/" + name,
            Optional.of("application/octet-stream"),
            Instant.parse("2026-01-01T00:00:00Z"),
            bytes));
  }
}
