package io.onrecord.normalize.repair.punctuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.Repair;
import io.onrecord.normalize.repair.step.Ledger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HalfWidthSignsTest {
  private static final List<String> SOUND = sound();

  private final HalfWidthSigns signs = new HalfWidthSigns();

  private static String converted(String line) {
    String half = ",.?!:;()";
    String full = "，。？！：；（）";
    StringBuilder out = new StringBuilder();
    line.chars()
        .forEach(c -> out.append(full.indexOf(c) < 0 ? (char) c : half.charAt(full.indexOf(c))));
    return out.toString();
  }

  private static List<String> page() {
    return SOUND.stream().map(HalfWidthSignsTest::converted).toList();
  }

  private static List<String> pageWith(String... more) {
    return Stream.concat(page().stream(), Stream.of(more)).toList();
  }

  private List<String> restored(List<String> page) {
    return signs.restore(page, new Ledger());
  }

  private String beside(String line) {
    List<String> restored = restored(pageWith(line));
    assertThat(restored).startsWith(SOUND.toArray(String[]::new));
    return restored.get(restored.size() - 1);
  }

  @Test
  void aConvertedPageIsAsItWasWritten() {
    Ledger ledger = new Ledger();
    assertThat(signs.restore(page(), ledger)).isEqualTo(SOUND);
    Repair repair = ledger.repairs().get(0);
    assertThat(repair.kind()).isEqualTo("half-width-punctuation");
    assertThat(repair.count()).isEqualTo(countOfDifferences());
    assertThat(repair.examples().get(0)).containsExactly("记者:您是什么时候开始在渡口", "记者：您是什么时候开始在渡口");
  }

  private static int countOfDifferences() {
    String sound = String.join("\n", SOUND);
    String damaged = String.join("\n", page());
    return (int)
        IntStream.range(0, sound.length())
            .filter(i -> sound.charAt(i) != damaged.charAt(i))
            .count();
  }

  @Test
  void soundPagesStay() {
    assertThat(restored(SOUND)).isSameAs(SOUND);
  }

  @Test
  void aPageThatShowsBothHabitsStays() {
    List<String> stops = page().stream().map(l -> l.replace('.', '。')).toList();
    assertThat(restored(stops)).isSameAs(stops);
    List<String> once = pageWith("他说，水会退的.");
    assertThat(restored(once)).isSameAs(once);
    List<String> questions = page().stream().map(l -> l.replace('?', '？')).toList();
    assertThat(restored(questions)).isSameAs(questions);
  }

  @Test
  void aPageWhoseAuthorTypesHalfWidthStays() {
    List<String> spaced =
        page().stream().map(l -> l.replaceAll("([,.?!:;])(?=\\p{IsHan})", "$1 ")).toList();
    assertThat(restored(spaced)).isSameAs(spaced);
    List<String> around =
        page().stream().map(l -> l.replaceAll("([,?!:;])(?=\\p{IsHan})", " $1 ")).toList();
    assertThat(restored(around)).isSameAs(around);
    List<String> sometimes = new ArrayList<>(page());
    for (int i = 2; i < sometimes.size(); i += 2) {
      sometimes.set(i, sometimes.get(i).replaceAll(",(?=\\p{IsHan})", ", "));
    }
    assertThat(restored(sometimes)).isSameAs(sometimes);
  }

  @Test
  void withoutSignsOfAChineseKeyboardOnlyALongPageIsBelieved() {
    List<String> ascii = page().stream().map(l -> l.replaceAll("[、《》“”]", "")).toList();
    assertThat(restored(ascii.subList(0, 11))).isEqualTo(ascii.subList(0, 11));
    List<String> twice = Stream.concat(ascii.stream(), ascii.stream()).toList();
    assertThat(String.join("", restored(twice))).doesNotContainPattern("\\p{IsHan}[,.?!;]");
  }

  @Test
  void aFewLinesDoNotTell() {
    List<String> few = page().subList(0, 4);
    assertThat(restored(few)).isSameAs(few);
  }

  @Test
  void listsOfNamesAreNoProse() {
    List<String> names = Stream.generate(() -> "《渡口》、《水位》:王小河;李大江;赵长湖").limit(20).toList();
    assertThat(restored(names)).isSameAs(names);
  }

  @Test
  void japaneseStays() {
    List<String> japanese =
        Stream.generate(() -> "「船」は、最終便,出発.乗客,全員?無事,到着.水位,低下.").limit(20).toList();
    assertThat(restored(japanese)).isSameAs(japanese);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "水深3.5米到12.75米",
        "比分是3:2",
        "一共1,200,000元",
        "1.渡口",
        "2. 水位",
        "一.渡口的历史",
        "第三.水位",
        "https://example.org/渡口,水位?页=1",
        "www.example.org/渡口:水位",
        "船长.txt",
        "渡口.com",
        "等一等...再说",
        "哈哈:)",
        "诺拉.贝克尔",
        "船(boat)",
        "變(biàn)",
        "print(\"你好,世界\")",
        "{\"船\":\"渡口\",\"水位\":3}",
        "if 水位 == 高: 停船",
        "用`列表.排序,反转`来写",
        "Wait for it, please. It is late."
      })
  void whatIsNoChinesePunctuationStays(String line) {
    assertThat(beside(line)).isEqualTo(line);
  }

  @Test
  void signsBesideLatinAndNumbersAreRestoredWhereChineseGoesOn() {
    assertThat(beside("我们用的是GPS,很准;时间:6:30")).isEqualTo("我们用的是GPS，很准；时间：6:30");
    assertThat(beside("是真的吗?!他不信.")).isEqualTo("是真的吗？！他不信。");
    assertThat(beside("(水退了)船又开了.")).isEqualTo("（水退了）船又开了。");
    assertThat(beside("他说(见《日记》).")).isEqualTo("他说（见《日记》）。");
  }

  @Test
  void codeBetweenFencesStays() {
    List<String> restored = restored(pageWith("```", "// 你好", "打印 你好,世界.", "```", "完了,走吧."));
    assertThat(restored.subList(restored.size() - 3, restored.size()))
        .containsExactly("打印 你好,世界.", "```", "完了，走吧。");
  }

  @Property(tries = 500, seed = "20261122")
  void restoringTwiceIsRestoringOnceAndKeepsTheLength(@ForAll("pages") List<String> page) {
    List<String> once = restored(page);
    assertThat(restored(once)).isEqualTo(once);
    for (int i = 0; i < page.size(); i++) {
      assertThat(once.get(i)).hasSameSizeAs(page.get(i));
    }
  }

  /** Converted pages with something else among their lines. */
  @Provide
  Arbitrary<List<String>> pages() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "水",
            "渡口",
            ",",
            ".",
            "?",
            "!",
            ":",
            ";",
            "(",
            ")",
            " ",
            "\n",
            "`",
            "3",
            "Tide",
            "://",
            "、",
            "《",
            "”",
            "\uD83D\uDE00",
            "\uD83D",
            "，",
            "...");
    Arbitrary<String> odd = pieces.list().ofMaxSize(30).map(parts -> String.join("", parts));
    Arbitrary<String> lines = Arbitraries.of(page());
    return Arbitraries.frequencyOf(Tuple.of(3, lines), Tuple.of(1, odd))
        .list()
        .ofMinSize(5)
        .ofMaxSize(40);
  }

  private static List<String> sound() {
    try {
      return Files.readAllLines(Path.of("src/test/resources/fixtures/repair/punctuation/sound.txt"))
          .stream()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
