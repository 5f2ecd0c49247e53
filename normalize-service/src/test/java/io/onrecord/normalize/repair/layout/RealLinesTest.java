package io.onrecord.normalize.repair.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that somebody meant, and lines that a width made, on the same pages. */
class RealLinesTest {
  private static final List<String> ENGLISH =
      List.of(
          "The keeper of the ferry has counted every crossing since the spring of 1986, and his"
              + " notebooks fill two shelves of the waiting room. On most days nobody asks to see"
              + " them, so he reads them to the dog.",
          "He showed me the first page of the book, which the museum of the town has put on its"
              + " site ([read the whole diary of the keeper, with all the drawings that he made of"
              + " the boats](https://example.org/diary)), and laughed at the writing of the young"
              + " man that he was.",
          "**Margaret Hollis:** I have crossed with him more often than I can say, in fog and in"
              + " sunshine, and never once did he leave before the last passenger was on board, not"
              + " even in the year of the flood, when the landing stage was under water.",
          "The bridge was opened in the autumn of 2004, with a brass band and two ministers. From"
              + " that day on the ferry carried fewer people every year, until there were only the"
              + " old ones left, who say that from the bridge nobody can see the river.",
          "**What will become of the boat, when the keeper has written the last line of his diary"
              + " and somebody else would have to take the wheel?** Nobody in the town could answer"
              + " that question, and few of them had asked it before.");

  private static final List<String> CHINESE =
      List.of(
          "渡口的守船人从 1986 年春天开始记日记，每一页上都写着 Tide 和 Wind 两个词，还有当天"
              + "过河的人数。他说 2004 年大桥通车以后，最少的一天只有 3 个人坐船。",
          "**Margaret Hollis：**我坐他的船不知道有多少次了，有雾的时候坐过，出太阳的时候也坐过，他"
              + "从来没有丢下过一个人，连 1991 年发大水的时候也没有，那一年 Quay Street 整条街都在水里。",
          "后来博物馆把日记的第一页放到了网上（[守船人的日记 with all the drawings of the"
              + " boats](https://example.org/diary)），一共有 312 页，每一页都有他画的 boat 和 bridge。",
          "**Jonas Brandt：**我每天大概可以整理 40 页，有时候遇到粘在一起的纸，一个上午就只够做 3" + " 页。这项工作已经持续了 6 年，还要再做 4 年。");

  private final LayoutRepair layout = new LayoutRepair();

  /** A page as a program leaves it that breaks lines at spaces once they are full. */
  private static List<String> wrapped(List<String> paragraphs, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(" ")) {
        if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      lines.add(line.toString());
      lines.add("");
    }
    return lines;
  }

  private static List<String> thrice(List<String> paragraphs) {
    return Stream.of(paragraphs, paragraphs, paragraphs).flatMap(List::stream).toList();
  }

  private List<String> paragraphs(List<String> lines) {
    return layout.repair(lines).paragraphs().stream().map(Paragraph::text).toList();
  }

  /** The lines of a piece of text that stands behind wrapped prose, which is joined. */
  private List<String> behindWrapped(String piece) {
    List<String> prose = thrice(ENGLISH);
    List<String> page = new ArrayList<>(wrapped(prose, 72));
    page.addAll(piece.lines().toList());
    List<String> all = paragraphs(page);
    assertThat(all).startsWith(prose.toArray(String[]::new));
    return String.join("\n", all.subList(prose.size(), all.size())).lines().toList();
  }

  private static List<String> written(String lines) {
    return lines.lines().filter(l -> !l.isBlank()).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {48, 60, 65, 72, 76, 78, 80, 100})
  void wrapsAreJoinedInsideLinksLabelsAndBoldTextToo(int width) {
    assertThat(paragraphs(wrapped(thrice(ENGLISH), width))).isEqualTo(thrice(ENGLISH));
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 60, 66, 72, 80})
  void wrapsOfChineseAtSpacesAreJoinedInsideLinksAndLabelsToo(int width) {
    List<String> lines = wrapped(thrice(CHINESE), width);
    assertThat(lines).anyMatch(l -> l.equals("**Margaret") || l.startsWith("boats]("));
    assertThat(paragraphs(lines)).isEqualTo(thrice(CHINESE));
  }

  @Test
  void verseWithAParagraphForEachLineStays() {
    String verse =
        """
        床前的灯亮着，

        渡口的风停了，

        没有人再数船，

        也没有人回家。

        The tide goes out,

        the tide comes in,

        the rope grows thin.
        """;
    assertThat(paragraphs(verse.lines().toList())).isEqualTo(written(verse));
    assertThat(behindWrapped(verse)).isEqualTo(written(verse));
  }

  @Test
  void verseStays() {
    String verse =
        """
        The tide goes out, the tide comes in,
        the lantern burns, the rope grows thin,
        and no one counts the boats again
        that left the harbour in the rain.
        """;
    assertThat(paragraphs(verse.lines().toList())).isEqualTo(written(verse));
    assertThat(behindWrapped(verse)).isEqualTo(written(verse));
  }

  @Test
  void addressesStay() {
    String address = "Ferry House\n12 Quay Street\nPort Ellen PA42 7DH\nScotland\n";
    assertThat(behindWrapped(address)).isEqualTo(written(address));
    String chinese = "渡口镇河滨路12号\n渡口管理站\n邮编：412000\n电话：0731-5550123\n";
    assertThat(behindWrapped(chinese)).isEqualTo(written(chinese));
  }

  @Test
  void transcriptsStay() {
    String talk =
        """
        Anna: When did you start?
        Jonas: In March.
        Anna: And why?
        Jonas: Somebody had to.
        记者：现在还开吗？
        老人：开。
        """;
    assertThat(behindWrapped(talk)).isEqualTo(written(talk));
    String timed = "[00:01] When did you start?\n[00:04] In March.\n[00:06] And why?\n";
    assertThat(behindWrapped(timed)).isEqualTo(written(timed));
  }

  @Test
  void codeStays() {
    String fenced = "```\nfor boat in boats:\n    print(boat)\n```\n";
    assertThat(behindWrapped(fenced)).isEqualTo(written(fenced));
    String indented = "    for boat in boats:\n        print(boat)\n    return tide\n";
    assertThat(behindWrapped(indented))
        .containsExactly("for boat in boats:", "print(boat)", "return tide");
  }
}
