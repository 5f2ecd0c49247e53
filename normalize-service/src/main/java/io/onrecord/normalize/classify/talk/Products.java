package io.onrecord.normalize.classify.talk;

import io.onrecord.normalize.text.Fold;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sponsor read sells, taken from the sentences that name the sponsor or tell where to buy:
 * an address ({@code fernway.com}, "fernway dot com"), a capitalised name after "by", "to", "is", a
 * name before 赞助 or after 感谢. Sentences that mention it belong to the read.
 */
final class Products {
  private static final String TOP =
      "(?:com|org|net|io|ai|co|app|dev|tv|fm|me|so|shop|link|health|uk|cn|edu|us)\\b";
  private static final Pattern ADDRESS =
      Pattern.compile("([\\p{L}\\d-]+(?: [\\p{L}\\d-]+)?)(?:\\.| dot )" + TOP);
  private static final String NAME = "((?:[A-Z0-9][\\w'&-]*)(?:[ -](?:[A-Z0-9][\\w'&-]*)){0,3})";
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?:[Bb]y|[Ff]rom|[Ii]s|[Aa]re|[Ss]ponsors?,?|[Tt]hanks? to|[Tt]hank|[Uu]sing|[Uu]sed|[Vv]isit|[Gg]o to"
              + "|[Tt]ry|[Aa]bout|[Cc]alled|[Cc]heck out|[Ww]ith)(?: (?:our|the|my) (?:\\w+ )?(?:friends|people|folks|team|sponsors?)"
              + "(?: (?:at|over at|from))?)? "
              + NAME);
  private static final Pattern NAME_FIRST =
      Pattern.compile(
          "^[^\\p{L}\\d]*" + NAME + " (?:is|are|makes?|helps?|has|lets?|gives?|offers?)\\b");
  private static final Pattern CHINESE =
      Pattern.compile(
          "(?:由|感谢|鸣谢|赞助商是|赞助商为|赞助商:|推荐|介绍|安利|叫做?|名为|品牌|来自)(?:一款|一个|一家|我们的|本期的?|赞助商|叫|做|,|:)*"
              + "([\\p{L}\\d][\\p{L}\\d ·]{1,11}?)"
              + "(?=独家|特别|友情|冠名|赞助|对|为|的|,|\\.|是|,|提供|支持|$)");
  private static final Pattern LATIN =
      Pattern.compile("[a-z][a-z0-9][a-z0-9 -]*[a-z0-9]|[a-z]\\d+");
  private static final int LONGEST = 2_000;
  private static final Set<String> NO_NAMES =
      Set.of(
          "the", "this", "that", "them", "they", "you", "your", "our", "my", "it", "its", "all",
          "and", "for", "here", "just", "now", "today", "show", "app", "free", "a", "i", "com",
          "link", "www", "http", "https", "also", "one", "there", "these", "those", "what", "when",
          "大家", "我们", "他们", "她们", "它们", "你们", "各位", "节目", "本期", "听众", "官网", "广告", "我的", "他的");

  private final Set<String> names = new LinkedHashSet<>();

  /** Takes the names in a sentence that names the sponsor or the shop. */
  void learn(String spoken) {
    String sentence = spoken.substring(0, Math.min(spoken.length(), LONGEST));
    String folded = Fold.fold(sentence);
    Matcher address = ADDRESS.matcher(folded);
    while (address.find()) {
      String[] words = address.group(1).split(" ");
      add(words[words.length - 1]);
      if (words.length == 2 && words[0].length() > 3) {
        add(words[0] + words[1]);
      }
    }
    learn(NAMED.matcher(sentence));
    learn(NAME_FIRST.matcher(sentence));
    Matcher chinese = CHINESE.matcher(folded);
    while (chinese.find()) {
      if (chinese.group(1).chars().anyMatch(c -> Fold.ideographic((char) c))) {
        add(chinese.group(1));
      }
    }
    if (folded.chars().filter(c -> Fold.ideographic((char) c)).count() > 4) {
      Matcher latin = LATIN.matcher(folded);
      while (latin.find()) {
        add(latin.group());
      }
    }
  }

  private void learn(Matcher names) {
    while (names.find()) {
      add(names.group(1));
    }
  }

  private void add(String name) {
    String key = squeeze(Fold.fold(name));
    boolean short2 = key.length() >= 2 && key.chars().anyMatch(c -> Fold.ideographic((char) c));
    if ((key.length() >= 4 || short2) && !NO_NAMES.contains(key)) {
      names.add(key);
    }
  }

  /** Forgets a name: the guest's, or one that the talk uses everywhere. */
  void forget(String name) {
    names.removeIf(n -> n.equals(name) || name.length() > 3 && n.contains(name));
  }

  Set<String> names() {
    return Set.copyOf(names);
  }

  /** Whether there is any name to mention. */
  boolean any() {
    return !names.isEmpty();
  }

  /** Whether the squeezed sentence mentions one of the names. */
  boolean mentionedIn(String squeezed) {
    for (String name : names) {
      if (squeezed.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The letters and digits of a folded sentence: speech recognition sets spaces and hyphens in
   * names as it likes.
   */
  static String squeeze(String folded) {
    StringBuilder squeezed = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Fold.letterOrDigit(c)) {
        squeezed.append(c);
      }
    }
    return squeezed.toString();
  }
}
