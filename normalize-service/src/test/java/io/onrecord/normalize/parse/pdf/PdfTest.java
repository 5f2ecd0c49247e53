package io.onrecord.normalize.parse.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.onrecord.document.Block;
import io.onrecord.document.BlockType;
import io.onrecord.document.Category;
import io.onrecord.document.Document;
import io.onrecord.document.DocumentJson;
import io.onrecord.document.Removed;
import io.onrecord.document.Turn;
import io.onrecord.normalize.Normalizer;
import io.onrecord.normalize.RawPage;
import io.onrecord.normalize.parse.UnreadablePageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** PDF files, read through the whole normalizer. */
final class PdfTest {
  private static final String LONG =
      "The first winter we had eleven hives and lost nine of them, which is a way of learning that"
          + " I would not recommend to anybody who sleeps badly, but it taught me to listen before I"
          + " open a lid, because a colony that is in trouble sounds different from one that is not.";
  private static final String REPLY =
      "Most visitors ask about the honey, and I understand that, yet the honey is the least of it:"
          + " what we do here is keep forty square kilometres of orchard pollinated, and nobody pays"
          + " for that except by buying a jar now and then at the gate.";

  private final Normalizer normalizer = new Normalizer();

  private static final List<String> QUESTIONS =
      List.of(
          "When did you first set a hive on that slope?",
          "Who taught you what a healthy colony sounds like?",
          "How do you get through a wet spring without losing queens?",
          "Is there money in it?",
          "What would you tell a town that wants hives on its roofs?",
          "And what is the next thing that you want to try?");
  private static final List<String> ANSWERS =
      List.of(
          LONG,
          REPLY,
          "My neighbour Tove, who is ninety, still walks up on Sundays, puts her ear against the"
              + " wood and tells me which of the families will swarm before the week is out; in"
              + " eleven years I have known her to be wrong on exactly one occasion.",
          "Hardly any. The orchard association pays me in cider, the bakery in bread, and the"
              + " school lends me a van for the heather season, so on paper I earn less than my"
              + " nephew does by delivering newspapers, though I sleep longer than he does.",
          "Count the flowers first. A roof looks empty to an architect and emptier to a bee, and"
              + " if there is nothing in bloom within a short flight between June and September you"
              + " are only moving hunger upstairs, where nobody has to look at it.",
          "A hive without a lid, grown into a hollow trunk, as they were kept here three hundred"
              + " years ago. Everybody warns me that I will not be able to help them in there, and"
              + " that is precisely what I would like to find out.");

  private static PdfFile interview() {
    PdfFile file = new PdfFile().about("Forty Hives on a Hill", "Ruta Vance");
    file.heading("Forty Hives on a Hill", 20);
    file.paragraph("By Ruta Vance, 5 March 2024");
    for (int i = 0; i < QUESTIONS.size(); i++) {
      file.paragraph("Ruta Vance:", QUESTIONS.get(i));
      file.paragraph("Odo Lindgren:", ANSWERS.get(i));
    }
    return file.margins("The Hill Quarterly", "Page");
  }

  @Test
  void readsParagraphsAcrossLinesAndPagesWithoutHeadsAndNumbers() {
    Document document = normalize(interview().bytes());

    assertThat(document.encoding().charset()).isEqualTo("binary");
    assertThat(document.encoding().decidedBy()).isEqualTo("format");
    assertThat(document.title()).contains("Forty Hives on a Hill");
    assertThat(document.publishedAt()).contains("2024-03-05");
    assertThat(document.turns()).extracting(Turn::speaker).startsWith("Ruta Vance", "Odo Lindgren");
    assertThat(document.turns()).extracting(Turn::text).containsExactlyElementsOf(conversation());
    assertThat(document.text()).doesNotContain("Quarterly", "Page 1", "Page 2");
    assertThat(document.removed())
        .filteredOn(removed -> removed.rule().startsWith("page.running"))
        .extracting(Removed::category, Removed::text)
        .containsExactlyInAnyOrder(
            tuple(Category.SITE_HEADER, "The Hill Quarterly"),
            tuple(Category.SITE_FOOTER, "Page 1"),
            tuple(Category.SITE_HEADER, "The Hill Quarterly"),
            tuple(Category.SITE_FOOTER, "Page 2"));
  }

  private static List<String> conversation() {
    List<String> turns = new ArrayList<>();
    for (int i = 0; i < QUESTIONS.size(); i++) {
      turns.add(QUESTIONS.get(i));
      turns.add(ANSWERS.get(i));
    }
    return turns;
  }

  @Test
  void keepsHeadingsListsAndTables() {
    PdfFile file = new PdfFile();
    file.heading("How to winter a hive", 22).paragraph(LONG);
    file.heading("What you need", 15).paragraph(REPLY);
    file.paragraph("- a dry lid that closes").paragraph("- ten kilos of stores");
    file.row("Month", "Stores", "Lid").row("October", "10 kg", "open");
    file.row("December", "8 kg", "shut").row("March", "3 kg", "shut");
    Document document = normalize(file.paragraph(ANSWERS.get(2)).bytes());

    assertThat(document.title()).contains("How to winter a hive");
    assertThat(blocks(document, BlockType.HEADING)).contains("What you need");
    assertThat(blocks(document, BlockType.LIST_ITEM))
        .containsExactly("a dry lid that closes", "ten kilos of stores");
    assertThat(blocks(document, BlockType.TABLE))
        .containsExactly(
            "Month\tStores\tLid\nOctober\t10 kg\topen\nDecember\t8 kg\tshut\nMarch\t3 kg\tshut");
  }

  @Test
  void readsTheSameTwice() {
    byte[] bytes = interview().bytes();
    assertThat(DocumentJson.write(normalize(bytes)))
        .isEqualTo(DocumentJson.write(normalize(bytes)));
  }

  @Test
  void recognisesItByItsBytesWhateverTheServerSays() {
    Document document =
        normalizer.normalize(
            RawPage.of(
                "https://hill.example/a",
                Optional.of("text/html; charset=gbk"),
                Instant.parse("2026-01-01T00:00:00Z"),
                interview().bytes()));
    assertThat(document.turns()).hasSize(12);
    assertThat(document.encoding().declared()).contains("gbk");
  }

  @Test
  void readsChineseOfAFontThatTheFileDoesNotBring() {
    Document document =
        normalize(
            ChinesePdf.bytes(
                List.of(
                    "记者：你们是从哪一年开始在山上养蜂的，当时有多少",
                    "箱？",
                    "林远山：第一年冬天我们有十一箱蜂，最后只剩下两箱，",
                    "这种学习方式我不会推荐给任何睡不好觉的人。",
                    "记者：来的人都问些什么？",
                    "林远山：大家都问蜂蜜，其实蜂蜜是最不重要的一件事。")));
    assertThat(document.language()).isEqualTo("zh-Hans");
    assertThat(document.turns()).hasSize(4);
    assertThat(document.turns().get(0).text()).isEqualTo("你们是从哪一年开始在山上养蜂的，当时有多少箱？");
    assertThat(document.turns().get(1).text())
        .isEqualTo("第一年冬天我们有十一箱蜂，最后只剩下两箱，这种学习方式我不会推荐给任何睡不好觉的人。");
  }

  @Test
  void refusesAnEncryptedFileAndNamesTheRemedy() {
    byte[] bytes = interview().encrypted("secret");
    assertThatThrownBy(() -> normalize(bytes))
        .isInstanceOf(UnreadablePageException.class)
        .hasMessage("https://hill.example/a.pdf: the PDF is encrypted; save it without a password");
  }

  @Test
  void readsAnEncryptedFileThatOpensWithoutPassword() {
    assertThat(normalize(interview().encrypted("")).turns()).hasSize(12);
  }

  @Test
  void refusesAFileWithoutText() {
    assertThatThrownBy(() -> normalize(new PdfFile().bytes()))
        .isInstanceOf(UnreadablePageException.class)
        .hasMessageContaining("has no text on its 1 pages")
        .hasMessageContaining("OCR");
  }

  @Test
  void refusesDamagedFiles() {
    byte[] whole = interview().bytes();
    byte[] garbage = "%PDF-1.7\nnothing of the kind".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> normalize(garbage)).isInstanceOf(UnreadablePageException.class);
    for (int cut = 64; cut < whole.length; cut += whole.length / 23) {
      byte[] part = Arrays.copyOf(whole, cut);
      try {
        normalize(part);
      } catch (UnreadablePageException expected) {
        assertThat(expected).hasMessageStartingWith("https://hill.example/a.pdf: the PDF ");
      }
    }
  }

  @Test
  void refusesAStreamThatInflatesToGigabytes() throws IOException {
    byte[] bomb = deflated(zeros(280 << 20));
    assertThatThrownBy(() -> normalize(withStream(bomb, "/Filter /FlateDecode")))
        .isInstanceOf(UnreadablePageException.class)
        .hasMessageContaining("inflates to more than 256 MB");
  }

  @Test
  void refusesAStreamThatIsDeflatedTwice() throws IOException {
    byte[] bomb = deflated(new ByteArrayInputStream(deflated(zeros(280 << 20))));
    assertThat(bomb.length).isLessThan(100_000);
    assertThatThrownBy(() -> normalize(withStream(bomb, "/Filter [/FlateDecode /FlateDecode]")))
        .isInstanceOf(UnreadablePageException.class)
        .hasMessageContaining("inflates to more than 256 MB");
  }

  @Test
  void survivesPagesThatAreTheirOwnChildren() {
    String loop =
        """
        %PDF-1.4
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [2 0 R 2 0 R] /Count 2>> endobj
        trailer <</Root 1 0 R>>
        """;
    assertThatThrownBy(() -> normalize(loop.getBytes(StandardCharsets.US_ASCII)))
        .isInstanceOf(UnreadablePageException.class);
  }

  private static byte[] withStream(byte[] stream, String filter) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(
        """
        %%PDF-1.4
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
        3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R>> endobj
        4 0 obj <</Length %d %s>>
        stream
        """
            .formatted(stream.length, filter)
            .getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(stream);
    file.writeBytes(
        "\nendstream endobj\ntrailer <</Root 1 0 R>>\n".getBytes(StandardCharsets.US_ASCII));
    return file.toByteArray();
  }

  private static InputStream zeros(int count) {
    return new InputStream() {
      private int left = count;

      @Override
      public int read() {
        return left-- > 0 ? ' ' : -1;
      }

      @Override
      public int read(byte[] buffer, int from, int length) {
        int n = Math.min(left, length);
        Arrays.fill(buffer, from, from + n, (byte) ' ');
        left -= n;
        return n == 0 ? -1 : n;
      }
    };
  }

  private static byte[] deflated(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate =
        new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED))) {
      in.transferTo(deflate);
    }
    return out.toByteArray();
  }

  private static List<String> blocks(Document document, BlockType type) {
    return document.blocks().stream().filter(b -> b.type() == type).map(Block::text).toList();
  }

  private Document normalize(byte[] bytes) {
    return normalizer.normalize(
        RawPage.of(
            "https://hill.example/a.pdf",
            Optional.of("application/pdf"),
            Instant.parse("2026-01-01T00:00:00Z"),
            bytes));
  }
}
