package io.onrecord.benchmarks;

import com.ibm.icu.text.CharsetDetector;
import io.onrecord.normalize.decode.Decoder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * How many files a second one thread reads: our detection and decoding, ICU4J's and
 * juniversalchardet's detection, and plain {@code new String}, in one run.
 *
 * <p>{@code DetectionSpeed <folder with encoding/charset>}. Times are of the thread's processor, so
 * that neighbours on the machine do not count.
 */
public final class DetectionSpeed {
  private static final int ROUNDS = 30;

  private DetectionSpeed() {}

  /** Prints one line for each reader. */
  public static void main(String[] args) throws IOException {
    List<byte[]> files = read(Path.of(args[0], "encoding", "charset"));
    var detector = new io.onrecord.normalize.decode.CharsetDetector();
    Decoder decoder = new Decoder();
    Map<String, Function<byte[], Object>> readers = new LinkedHashMap<>();
    readers.put("onrecord detect", bytes -> detector.detect(bytes, Optional.empty()));
    readers.put("onrecord decode", bytes -> decoder.decode(bytes, Optional.empty()));
    readers.put("icu4j detect", DetectionSpeed::icu);
    readers.put("juniversalchardet detect", DetectionSpeed::mozilla);
    readers.put("new String", bytes -> new String(bytes, StandardCharsets.UTF_8));
    System.out.println(files.size() + " files, best of " + ROUNDS + " rounds");
    readers.forEach(
        (name, reader) -> System.out.printf("%-26s %9.0f files/s%n", name, speed(files, reader)));
    byte[] page =
        "<p>这是一个干净的页面，没有任何损坏。 Clean text.</p>\n".repeat(2000).getBytes(StandardCharsets.UTF_8);
    System.out.println("one clean UTF-8 page of " + page.length + " bytes");
    for (String name : List.of("onrecord decode", "new String")) {
      double pages =
          speed(List.of(page, page, page, page, page, page, page, page), readers.get(name));
      System.out.printf("%-26s %9.0f pages/s%n", name, pages);
    }
  }

  private static List<byte[]> read(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().map(DetectionSpeed::bytes).toList();
    }
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static double speed(List<byte[]> files, Function<byte[], Object> reader) {
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = processorTime();
      int answers = 0;
      for (byte[] file : files) {
        answers += reader.apply(file).hashCode() == 0 ? 0 : 1;
      }
      best = Math.max(best, answers * 1e9 / Math.max(1, processorTime() - start));
    }
    return best;
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Object icu(byte[] bytes) {
    var match = new CharsetDetector().setText(bytes).detect();
    return match == null ? "none" : match.getName();
  }

  private static Object mozilla(byte[] bytes) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, bytes.length);
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    return name == null ? "none" : name;
  }
}
