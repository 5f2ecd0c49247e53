package io.onrecord.normalize.service.replay;

import io.onrecord.document.Document;
import io.onrecord.document.DocumentJson;
import io.onrecord.document.UnreadableDocumentException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** Counts verdicts and keeps the examples that a person wants to see. */
final class ReportBuilder {
  private static final double[] BINS = {1, 0.99, 0.95, 0.9, 0.8, 0.5, 0};
  private static final int WORST = 10;
  private static final int MOST_EXAMPLES = 20;

  private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
  private final long[] bins = new long[BINS.length];
  private final PriorityQueue<Changed> worst =
      new PriorityQueue<>(
          Comparator.comparingDouble(Changed::similarity)
              .thenComparing(Changed::id)
              .reversed()); // the most alike of the worst is the first to go
  private final List<DiffReport.Example> lost = new ArrayList<>();
  private final List<DiffReport.Example> failed = new ArrayList<>();

  private record Changed(
      String id, String url, String title, double similarity, String live, String replayed) {}

  void count(Verdict verdict) {
    verdicts.merge(verdict, 1L, Long::sum);
  }

  void lost(String id, byte[] live) {
    if (lost.size() < MOST_EXAMPLES) {
      lost.add(new DiffReport.Example(id, url(live), "its text is not in the replay"));
    }
  }

  void failed(String id, String url, String why) {
    if (failed.size() < MOST_EXAMPLES) {
      failed.add(new DiffReport.Example(id, url, why));
    }
  }

  void changed(byte[] live, byte[] replayed) {
    Document after = DocumentJson.read(replayed);
    String before = text(live);
    String now = text(after);
    double similarity = TextSimilarity.of(before, now);
    int bin =
        IntStream.range(0, BINS.length).filter(i -> similarity >= BINS[i]).findFirst().orElse(0);
    bins[bin]++;
    worst.add(
        new Changed(
            after.id(), after.canonicalUrl(), after.title().orElse(""), similarity, before, now));
    if (worst.size() > WORST) {
      worst.poll();
    }
  }

  DiffReport build(ReplayState replay) {
    List<DiffReport.Pair> pairs =
        worst.stream()
            .sorted(Comparator.comparingDouble(Changed::similarity).thenComparing(Changed::id))
            .map(
                c ->
                    new DiffReport.Pair(
                        c.id(),
                        c.url(),
                        c.title(),
                        c.similarity(),
                        SideBySide.of(c.live(), c.replayed())))
            .toList();
    return new DiffReport(
        replay.name(),
        replay.normalizer(),
        new DiffReport.Counts(
            of(Verdict.SAME),
            of(Verdict.CHANGED),
            of(Verdict.ADDED),
            of(Verdict.GONE),
            of(Verdict.NEWER),
            of(Verdict.LOST),
            of(Verdict.FAILED)),
        IntStream.range(0, BINS.length)
            .mapToObj(i -> new DiffReport.Bin(BINS[i], bins[i]))
            .toList(),
        pairs,
        List.copyOf(lost),
        List.copyOf(failed));
  }

  private long of(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0L);
  }

  private static String text(byte[] json) {
    try {
      return text(DocumentJson.read(json));
    } catch (UnreadableDocumentException e) {
      return ""; // what is live is no document; anything is better
    }
  }

  private static String text(Document document) {
    return document.title().orElse("") + "\n\n" + document.text();
  }

  private static String url(byte[] json) {
    try {
      return DocumentJson.read(json).canonicalUrl();
    } catch (UnreadableDocumentException e) {
      return "";
    }
  }
}
