package io.onrecord.normalize.repair.gloss;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.normalize.repair.BatchRepair;
import io.onrecord.normalize.repair.RepairedText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of several pages in one stream. */
class PageGroupsTest {
  private static final Variant MARKED =
      Variant.of("GBK", ReadingStyle.TONE_MARKS, Brackets.ASCII, GlossDamage.Decoder.SWALLOWS);
  private static final Variant NUMBERED =
      Variant.of("Big5-HKSCS", ReadingStyle.TONE_NUMBERS, Brackets.ASCII, GlossDamage.Decoder.MARKS)
          .seeded(7);

  private final List<Variant.Line> stream = new ArrayList<>();

  PageGroupsTest() {
    List<Variant.Line> marked = MARKED.lines();
    List<Variant.Line> numbered = NUMBERED.lines();
    for (int i = 0; i < marked.size(); i++) {
      stream.add(marked.get(i));
      stream.add(numbered.get(i));
    }
  }

  @Test
  void linesWithReadingsOfAnotherStyleAreOfAnotherPage() {
    List<PageGroups.Group> groups =
        PageGroups.of(stream.stream().map(l -> new PageGroups.Observed(l.damaged())).toList());
    List<Integer> largest =
        groups.stream().map(g -> g.members().size()).sorted((a, b) -> b - a).limit(2).toList();
    assertThat(largest).allSatisfy(size -> assertThat(size).isGreaterThan(stream.size() / 3));
  }

  @Test
  void eachLineIsRepairedByWhatItsOwnPageTeaches() {
    List<RepairedText> repaired =
        new BatchRepair().repair(stream.stream().map(Variant.Line::damaged).toList());
    int right = 0;
    for (int i = 0; i < stream.size(); i++) {
      right += repaired.get(i).text().equals(stream.get(i).clean()) ? 1 : 0;
    }
    assertThat(right / (double) stream.size()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void whatContextDecidedIsNamedAsSuch() {
    List<String> kinds =
        new BatchRepair()
            .repair(stream.stream().map(Variant.Line::damaged).toList()).stream()
                .flatMap(text -> text.repairs().stream())
                .map(repair -> repair.kind())
                .distinct()
                .toList();
    assertThat(kinds).contains("inserted-gloss", "shifted-bytes", "lost-bytes-from-context");
  }

  @Test
  void anAnnotationInAnotherTextOfTheStreamStays() {
    List<String> texts = new ArrayList<>(stream.stream().map(Variant.Line::damaged).toList());
    texts.add("「饕(tāo)餮(tiè)」是一種怪獸。");
    List<RepairedText> repaired = new InsertedGlosses().repairAll(texts);
    assertThat(repaired.get(texts.size() - 1).text()).isEqualTo(texts.get(texts.size() - 1));
  }
}
