package io.onrecord.normalize.repair.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.Repair;
import io.onrecord.normalize.repair.layout.Paragraph.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutRepairTest {
  private final LayoutRepair layout = new LayoutRepair();

  private List<String> paragraphs(String page) {
    return layout.repair(page.lines().toList()).paragraphs().stream().map(Paragraph::text).toList();
  }

  private List<String> kinds(String page) {
    return layout.repair(page.lines().toList()).repairs().stream().map(Repair::kind).toList();
  }

  @Test
  void wrappedEnglishBecomesItsParagraphs() {
    String page =
        """
        The harbour master has kept a diary since the spring of 1998, and nobody has ever
        asked to read it. She says that the first entry is about fog, and that the last one
        will probably be about fog as well.

        When we met her in the old customs house she had just come off the night shift. The
        kettle was on, the radio murmured the shipping forecast, and three dogs slept under
        the desk.
        """;
    assertThat(paragraphs(page))
        .containsExactly(
            "The harbour master has kept a diary since the spring of 1998, and nobody has ever asked"
                + " to read it. She says that the first entry is about fog, and that the last one"
                + " will probably be about fog as well.",
            "When we met her in the old customs house she had just come off the night shift. The"
                + " kettle was on, the radio murmured the shipping forecast, and three dogs slept"
                + " under the desk.");
    assertThat(kinds(page)).containsExactly("hard-wrap");
  }

  @Test
  void chineseWrappedAtSpacesGetsItsSpacesBackOnlyBesideLatin() {
    String page =
        """
        我们在港口的档案馆里找到了 1998 年以来的全部航海日志，一共有 312 卷。负责整理的
        Lena 告诉我们，最早的几卷已经被海水泡得看不清字迹，只能借助 X
        光一页一页地扫描出来。

        **Lena
        Brandt：我每天大概可以处理四十页，有时候遇到粘在一起的纸，一个上午就只够做 3
        页。这项工作已经持续了 6 年，还要再做 4 年。**

        后来我们又去了灯塔。守塔人说，从 2003 年开始这里就改成了自动控制，但是他还住在
        Kap 角上，每个星期去检查一次 LED 灯组。
        """;
    assertThat(paragraphs(page))
        .containsExactly(
            "我们在港口的档案馆里找到了 1998 年以来的全部航海日志，一共有 312 卷。负责整理的 Lena"
                + " 告诉我们，最早的几卷已经被海水泡得看不清字迹，只能借助 X 光一页一页地扫描出来。",
            "**Lena Brandt：我每天大概可以处理四十页，有时候遇到粘在一起的纸，一个上午就只够做 3" + " 页。这项工作已经持续了 6 年，还要再做 4 年。**",
            "后来我们又去了灯塔。守塔人说，从 2003 年开始这里就改成了自动控制，但是他还住在 Kap" + " 角上，每个星期去检查一次 LED 灯组。");
  }

  @Test
  void chineseWrappedAtAWidthIsJoinedWithoutSpaces() {
    String page =
        """
        　　守塔人的儿子后来成了一名气象学家，他在接受采访的时候说，小时候最
        喜欢做的事情就是数海浪，数到一千就回家吃饭。现在他的工作还是数，只不
        过数的是卫星云图上的涡旋。
        　　他的办公室在四楼，窗户正对着港口。每天早上第一件事是煮一壶咖啡，
        然后把夜里的观测资料从头到尾看一遍，这个习惯已经保持了二十年。
        """;
    assertThat(paragraphs(page))
        .containsExactly(
            "守塔人的儿子后来成了一名气象学家，他在接受采访的时候说，小时候最喜欢做的事情就是数海浪，" + "数到一千就回家吃饭。现在他的工作还是数，只不过数的是卫星云图上的涡旋。",
            "他的办公室在四楼，窗户正对着港口。每天早上第一件事是煮一壶咖啡，" + "然后把夜里的观测资料从头到尾看一遍，这个习惯已经保持了二十年。");
  }

  @Test
  void verseListsTranscriptsAndAddressesKeepTheirLines() {
    String page =
        """
        The tide goes out, the tide comes in,
        the lantern burns, the rope grows thin,
        and no one counts the boats again
        that left the harbour in the rain.

        - rope, forty metres
        - two lanterns
        - oil

        Anna: When did you start?
        Jonas: In March.
        Anna: And why?
        Jonas: Somebody had to.

        Customs House
        12 Quay Street
        Port Ellen
        """;
    List<String> lines = page.lines().filter(l -> !l.isBlank()).toList();
    assertThat(String.join("\n", paragraphs(page)).lines().toList()).isEqualTo(lines);
    assertThat(kinds(page)).isEmpty();
  }

  @Test
  void codeStaysAsItStands() {
    String page = "Run it:\n\n```\nfor x in 1 2 3; do\n  echo **$x****y**\ndone\n```\n";
    Layout result = layout.repair(page.lines().toList());
    assertThat(result.paragraphs().get(1).shape()).isEqualTo(Shape.CODE);
    assertThat(result.paragraphs().get(1).text()).contains("  echo **$x****y**\n");
    assertThat(result.repairs()).isEmpty();
  }

  @Test
  void splitEmphasisIsMadeWhole() {
    String page = "一共有**3****12 卷**航海日志。\n\n**灯塔 vs.****浮标，哪个更可靠？**";
    assertThat(paragraphs(page)).containsExactly("一共有**312 卷**航海日志。", "**灯塔 vs.浮标，哪个更可靠？**");
    assertThat(InlineMarks.plain("**灯塔 vs.浮标，哪个更可靠？**")).isEqualTo("灯塔 vs.浮标，哪个更可靠？");
    assertThat(InlineMarks.plain("2**3**4 = 2**81")).isEqualTo("2**3**4 = 2**81");
  }

  @Test
  void tagAndBoardResidueGoes() {
    assertThat(paragraphs("灯塔在 2003 年改成了自动控制。</p>\n他还住在那里?/span>"))
        .containsExactly("灯塔在 2003 年改成了自动控制。", "他还住在那里?");
    assertThat(paragraphs("[color=rgba(0, 0, 0, 0.9)]\n[b]灯塔[/b]在哪里[/color]"))
        .containsExactly("灯塔在哪里");
  }

  @Test
  void textAboutMarkupStays() {
    String page =
        "Close it with </p> as usual.\nUse `[color=red]` for red.\na[i] = b[u] + <b>c</b>";
    assertThat(paragraphs(page)).isEqualTo(page.lines().toList());
  }

  @Test
  void aTextStaysATextAroundItsRepairs() {
    String text = "  indented\n\n\n灯塔在 2003 年改成了自动控制。</p>\n\nend\n";
    assertThat(layout.repair(text).text()).isEqualTo("  indented\n\n\n灯塔在 2003 年改成了自动控制。\n\nend\n");
    String sound = "a\n b\n\n\tc ";
    assertThat(layout.repair(sound).text()).isSameAs(sound);
  }
}
