package io.onrecord.normalize.repair.punctuation;

import java.util.regex.Pattern;

/**
 * Gives the signs between Chinese characters their width back, in one line of a page that is known
 * to be converted: {@code 你好,世界(旧版).} was {@code 你好，世界（旧版）。}
 *
 * <p>Numbers, times, addresses, code in backticks, list numbers, emoticons, dots in names and
 * brackets around Latin words stay. A line that looks like code stays as a whole.
 */
final class SignRestorer {
  private static final String HALF = ",.?!:;";
  private static final String FULL = "，。？！：；";
  private static final int LONGEST_BRACKET = 200;
  private static final int LONGEST_NUMBER = 12;

  /** Braces, comparisons, escapes and calls, as no prose has them. */
  private static final Pattern CODE = Pattern.compile("[{}<>=\\\\|]|\\(\\)|\\w\\([\"']|^\\s*//");

  private static final Pattern NUMBER = Pattern.compile("\\s*第?[一二三四五六七八九十百零〇甲乙丙丁]{1,4}");

  /** The characters with which foreign names are written: between two of them a dot is a name's. */
  private static final String NAMES =
      "阿埃艾爱安奥巴班贝本比彼宾波伯勃博布查达戴丹德狄迪丁杜多顿恩尔法凡菲费芬冯弗佛夫福盖戈格葛贡古哈海汉豪赫亨"
          + "胡华怀惠霍基吉加贾杰金卡凯坎康考柯科克肯库奎拉莱兰朗劳勒雷里理利莉林琳刘卢鲁伦罗洛马玛迈麦曼梅门蒙米莫默姆"
          + "穆拿纳娜内尼妮诺努帕潘佩彭皮珀普奇恰乔琼丘让热瑞若萨塞森莎山舍史斯丝司苏索塔泰坦汤特提图托瓦万威韦维温文沃乌"
          + "西希夏谢辛休雅亚扬耶伊因英尤约泽扎詹珍朱兹茨";

  private SignRestorer() {}

  /** The line as it was, as long as it is. */
  static String restored(String line) {
    if (!mayHold(line) || CODE.matcher(line).find()) {
      return line;
    }
    StringBuilder out = new StringBuilder(line);
    boolean code = false;
    boolean address = false;
    for (int i = 0; i < out.length(); i++) {
      char c = out.charAt(i);
      code ^= c == '`';
      address = address ? !endsAddress(c) : startsAddress(line, i);
      if (code || address) {
        continue;
      }
      if (c == '(') {
        bracket(out, i);
      } else if (HALF.indexOf(c) >= 0 && isChinese(out, i)) {
        out.setCharAt(i, FULL.charAt(HALF.indexOf(c)));
      }
    }
    return out.toString();
  }

  private static boolean mayHold(String line) {
    boolean han = false;
    boolean sign = false;
    for (int i = 0; i < line.length() && !(han && sign); i++) {
      char c = line.charAt(i);
      han |= Neighbour.isHan(c);
      sign |= c == '(' || HALF.indexOf(c) >= 0;
    }
    return han && sign;
  }

  private static boolean startsAddress(String line, int at) {
    return line.startsWith("://", at) || line.startsWith("www.", at);
  }

  /** An address may have ideographs in its path: only a blank or a Chinese sign ends it. */
  private static boolean endsAddress(char c) {
    return switch (Neighbour.of(c)) {
      case SPACE, END, CHINESE_SIGN -> true;
      default -> false;
    };
  }

  private static boolean isChinese(StringBuilder line, int at) {
    char sign = line.charAt(at);
    Neighbour before = Neighbour.before(line, at);
    Neighbour after = Neighbour.at(line, at + 1);
    if (before.isChinese()) {
      return sign == '.' ? isFullStop(line, at, after) : isFollowed(line, at, sign, after);
    }
    boolean latin = before == Neighbour.LETTER || before == Neighbour.CLOSING;
    boolean number = before == Neighbour.DIGIT && sign != ':';
    return sign != '.' && (latin || number) && after == Neighbour.HAN;
  }

  /** Anything may follow but a blank, code and what makes a face of the sign. */
  private static boolean isFollowed(StringBuilder line, int at, char sign, Neighbour after) {
    boolean colon = sign == ':' || sign == ';';
    char next = at + 1 < line.length() ? line.charAt(at + 1) : '\n';
    return switch (after) {
      case SPACE -> false;
      case CLOSING -> !(colon && next == ')');
      case OTHER -> next > 0x7F || !colon && (next == '(' || next == '!' || next == '?');
      default -> true;
    };
  }

  private static boolean isFullStop(StringBuilder line, int at, Neighbour after) {
    boolean ends = after.isChinese() || after == Neighbour.END || after == Neighbour.CLOSING;
    if (!ends || NUMBER.matcher(line.subSequence(Math.max(0, at - LONGEST_NUMBER), at)).matches()) {
      return false;
    }
    boolean name =
        after == Neighbour.HAN
            && NAMES.indexOf(line.charAt(at - 1)) >= 0
            && NAMES.indexOf(line.charAt(at + 1)) >= 0;
    return !name;
  }

  /** Both brackets, where Chinese stands before them and in them. */
  private static void bracket(StringBuilder line, int open) {
    Neighbour before = Neighbour.before(line, open);
    int close = -1;
    boolean han = false;
    int last = Math.min(line.length(), open + LONGEST_BRACKET);
    for (int i = open + 1; i < last && close < 0 && "(\n\t".indexOf(line.charAt(i)) < 0; i++) {
      close = line.charAt(i) == ')' ? i : close;
      han |= Neighbour.isHan(line.charAt(i));
    }
    if (close > 0 && han && (before.isChinese() || before == Neighbour.END)) {
      line.setCharAt(open, '（');
      line.setCharAt(close, '）');
    }
  }
}
