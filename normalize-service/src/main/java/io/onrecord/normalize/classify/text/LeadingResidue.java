package io.onrecord.normalize.classify.text;

import io.onrecord.normalize.parse.RawBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an extraction left at the start of a paragraph becomes a paragraph of its own: the name of
 * an image file ({@code 4.jpeg The reef is …}), credits that lost their line ends ({@code
 * 来源:石桥周刊责编:林一舟近日,…}).
 */
final class LeadingResidue {
  private static final Pattern IMAGE =
      Pattern.compile(
          "^[\\w()-]{1,40}\\.(?:jpe?g|png|gif|webp|bmp)\\s+(?=\\S)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CREDITS =
      Pattern.compile(
          "^(?:(?:来源|责编|责任编辑|编辑|排版|校对|作者|记者|撰文|文字|摄影|监制|审核|美编|采写|整理|翻译|编译)\\s*[:：|丨/]\\s*"
              + "[^:：|丨/，。,.！？!?]{1,20}?){2,8}"
              + "(?=近日|日前|今天|今日|昨天|昨日|最近|当地时间|北京时间|\\d{1,4}年|\\d{1,2}月|在[^,，。]{2,20}[,，]|对于|随着|如何|为什么)");

  private LeadingResidue() {}

  static List<RawBlock> split(List<RawBlock> blocks) {
    List<RawBlock> split = new ArrayList<>(blocks.size());
    for (RawBlock block : blocks) {
      RawBlock rest = take(IMAGE, block, split);
      split.add(take(CREDITS, rest, split));
    }
    return split;
  }

  private static RawBlock take(Pattern pattern, RawBlock block, List<RawBlock> out) {
    Matcher m = pattern.matcher(block.text());
    if (!m.find() || m.end() >= block.text().length()) {
      return block;
    }
    out.add(block.withText(m.group().strip(), ""));
    return block.withText(block.text().substring(m.end()).strip(), "");
  }
}
