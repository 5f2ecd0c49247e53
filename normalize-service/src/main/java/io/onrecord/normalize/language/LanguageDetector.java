package io.onrecord.normalize.language;

import io.onrecord.document.LanguageShare;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Finds the language and script of texts.
 *
 * <p>A block is judged in its document: a heading of three words or a line of names has too little
 * of its own and follows the rest of the page, a quotation of a sentence does not.
 *
 * <p>Thread-safe, deterministic, linear in the length of the text. Loaded once, in some
 * milliseconds.
 */
public final class LanguageDetector {
  /** Too few letters to tell. */
  public static final String UNDETERMINED = "und";

  /** Several languages. */
  public static final String MULTIPLE = "mul";

  /** A second language with this share of the text makes a document one of several languages. */
  private static final double SHARED = 0.25;

  /** Fewer letters, or characters, of one kind tell nothing. */
  private static final int LEAST = 2;

  private static final float[] NOTHING = {};

  private static final LanguageDetector INSTANCE = new LanguageDetector();

  private final Map<WritingSystem, WordEvidence> evidence = new EnumMap<>(WritingSystem.class);

  private LanguageDetector() {
    LanguageProfiles.load()
        .forEach((system, profiles) -> evidence.put(system, WordEvidence.of(profiles)));
  }

  /** The language of most of the text, {@value #UNDETERMINED} if nothing tells it. */
  public static String detect(String text) {
    return detect(List.of(text)).shares().stream()
        .findFirst()
        .map(LanguageShare::tag)
        .orElse(UNDETERMINED);
  }

  /** The languages of a document that consists of these blocks. */
  public static DocumentLanguages detect(List<String> blocks) {
    return INSTANCE.judge(blocks);
  }

  private DocumentLanguages judge(List<String> blocks) {
    List<Segment> segments = new ArrayList<>();
    for (int block = 0; block < blocks.size(); block++) {
      Segments.cut(block, blocks.get(block), segments);
    }
    List<String> tags = tags(segments);
    Map<String, Integer> ofDocument = new TreeMap<>();
    List<Optional<String>> ofBlocks = new ArrayList<>(blocks.size());
    int from = 0;
    for (int block = 0; block < blocks.size(); block++) {
      int to = from;
      while (to < segments.size() && segments.get(to).block() == block) {
        to++;
      }
      Map<String, Integer> weights = weights(segments, tags, from, to);
      weights.forEach((tag, weight) -> ofDocument.merge(tag, weight, Integer::sum));
      ofBlocks.add(heaviest(weights));
      from = to;
    }
    List<LanguageShare> shares = shares(ofDocument);
    return new DocumentLanguages(tagOf(shares), shares, List.copyOf(ofBlocks));
  }

  /** How much each language weighs in these segments; most blocks are one segment. */
  private static Map<String, Integer> weights(
      List<Segment> segments, List<String> tags, int from, int to) {
    if (to - from == 1) {
      return tags.get(from).equals(UNDETERMINED)
          ? Map.of()
          : Map.of(tags.get(from), segments.get(from).weight());
    }
    Map<String, Integer> weights = new TreeMap<>();
    for (int i = from; i < to; i++) {
      if (!tags.get(i).equals(UNDETERMINED)) {
        weights.merge(tags.get(i), segments.get(i).weight(), Integer::sum);
      }
    }
    return weights;
  }

  /** The language of each segment, judged beside the others. */
  private List<String> tags(List<Segment> segments) {
    Page page = new Page();
    List<float[]> words = new ArrayList<>();
    List<CjkEvidence> characters = new ArrayList<>();
    for (Segment segment : segments) {
      WordEvidence ofSystem = evidence.get(segment.system());
      float[] scores = ofSystem == null ? NOTHING : ofSystem.weigh(segment);
      page.addWords(segment, scores);
      words.add(scores);
      boolean cjk = segment.system() == WritingSystem.CJK;
      CjkEvidence seen = cjk ? CjkEvidence.of(segment) : CjkEvidence.NONE;
      page.addCharacters(seen);
      characters.add(seen);
    }
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      WordEvidence ofSystem = evidence.get(segment.system());
      if (segment.weight() < LEAST * segment.system().weight()) {
        tags.add(UNDETERMINED);
      } else if (segment.system() == WritingSystem.CJK) {
        tags.add(page.cjkTag(characters.get(i)));
      } else if (ofSystem != null) {
        OptionalInt language = page.language(segment.system(), words.get(i));
        tags.add(language.isPresent() ? ofSystem.tags()[language.getAsInt()] : UNDETERMINED);
      } else {
        tags.add(segment.system().onlyLanguage().orElse(UNDETERMINED));
      }
    }
    return tags;
  }

  private static List<LanguageShare> shares(Map<String, Integer> weights) {
    double total = 0;
    for (int weight : weights.values()) {
      total += weight;
    }
    List<LanguageShare> shares = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : weights.entrySet()) {
      double share = Math.round(100 * entry.getValue() / total) / 100.0;
      if (share >= 0.01) {
        shares.add(new LanguageShare(entry.getKey(), share));
      }
    }
    shares.sort((a, b) -> Double.compare(b.share(), a.share()));
    return List.copyOf(shares);
  }

  /** A page in both Chinese scripts is still a Chinese page. */
  private static String tagOf(List<LanguageShare> shares) {
    if (shares.isEmpty()) {
      return UNDETERMINED;
    }
    String first = shares.getFirst().tag();
    boolean shared =
        shares.stream()
            .anyMatch(s -> !language(s.tag()).equals(language(first)) && s.share() >= SHARED);
    return shared ? MULTIPLE : first;
  }

  private static String language(String tag) {
    int script = tag.indexOf('-');
    return script < 0 ? tag : tag.substring(0, script);
  }

  private static Optional<String> heaviest(Map<String, Integer> weights) {
    String heaviest = null;
    int most = 0;
    for (Map.Entry<String, Integer> entry : weights.entrySet()) {
      if (heaviest == null || entry.getValue() > most) {
        heaviest = entry.getKey();
        most = entry.getValue();
      }
    }
    return Optional.ofNullable(heaviest);
  }
}
