package io.onrecord.ingest;

import io.onrecord.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An ingest service as a process of its own, for tests that kill it: ingests a folder and ends. */
final class IngestProcess {
  private IngestProcess() {}

  /** Arguments: the folder, then settings as key=value. */
  public static void main(String[] args) throws Exception {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String arg : List.of(args).subList(1, args.length)) {
      settings.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
    }
    try (IngestService service =
        IngestService.start(
            Settings.defaults().with(settings),
            error -> {
              throw new IllegalStateException(error);
            })) {
      List<IngestResult> results = service.ingest(List.of(args[0]), result -> {});
      System.exit(results.stream().allMatch(IngestResult::isKept) ? 0 : 1);
    }
  }
}
