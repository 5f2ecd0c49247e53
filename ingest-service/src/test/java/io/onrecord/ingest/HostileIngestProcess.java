package io.onrecord.ingest;

import io.onrecord.ingest.hostileweb.FastClock;
import io.onrecord.ingest.hostileweb.HostileDns;
import io.onrecord.settings.Settings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** An ingest service that follows the hostile web in a process of its own, until it is killed. */
final class HostileIngestProcess {
  private HostileIngestProcess() {}

  /** Arguments: from when time runs faster, how much faster, then settings as key=value. */
  public static void main(String[] args) throws Exception {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String arg : List.of(args).subList(2, args.length)) {
      settings.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
    }
    FastClock clock = new FastClock(Instant.parse(args[0]), Integer.parseInt(args[1]));
    CountDownLatch ended = new CountDownLatch(1);
    try (IngestService service =
        IngestService.start(
            Settings.defaults().with(settings),
            new HostileDns(),
            clock,
            error -> {
              error.printStackTrace(System.out);
              ended.countDown();
            })) {
      System.out.println("port " + service.port());
      ended.await();
    }
    System.exit(3);
  }
}
