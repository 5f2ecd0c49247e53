package io.onrecord.service;

import io.onrecord.settings.InvalidSettingsException;
import io.onrecord.settings.Setting;
import io.onrecord.settings.Settings;
import io.onrecord.settings.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@code main} of a service: {@code [--config FILE] [--key=value …]}.
 *
 * <p>Settings come from {@code onrecord.yaml} in the working directory (or {@code --config}), then
 * {@code ONRECORD_…}, then {@code --key=value}.
 */
public final class ServiceMain {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceMain.class);
  private static final Path DEFAULT_FILE = Path.of("onrecord.yaml");

  private ServiceMain() {}

  /** Starts a service with the settings in force; the consumer is told when it ends by itself. */
  @FunctionalInterface
  public interface Starter {
    /** A running service. */
    AutoCloseable start(Settings settings, Consumer<Throwable> onFatal) throws Exception;
  }

  /** Runs until SIGTERM or until the service ends by itself, then exits the process. */
  public static void run(String name, List<Setting> known, Starter starter, String[] args) {
    if (List.of(args).contains("--help")) {
      System.out.print(usage(name, known));
      System.exit(0);
    }
    Settings settings = Settings.defaults();
    try {
      settings = settings(known, args);
    } catch (InvalidSettingsException e) {
      System.err.printf("%s: %s%n", name, e.getMessage());
      System.exit(2);
    }
    System.exit(serve(name, starter, settings));
  }

  private static int serve(String name, Starter starter, Settings settings) {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    try (AutoCloseable service = starter.start(settings, ended::complete)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(name, service), "stop"));
      LOG.atInfo().addKeyValue("service", name).log("service.started");
      Throwable reason = ended.join();
      System.err.printf("%s ended: %s%n", name, reason.getMessage());
      return 1;
    } catch (InvalidSettingsException e) {
      System.err.printf("%s: %s%n", name, e.getMessage());
      return 2;
    } catch (Exception e) {
      LOG.atError().addKeyValue("service", name).setCause(e).log("service.failed");
      System.err.printf("%s could not start: %s%n", name, e.getMessage());
      return 1;
    }
  }

  private static void stop(String name, AutoCloseable service) {
    try {
      service.close();
      LOG.atInfo().addKeyValue("service", name).log("service.stopped");
    } catch (Exception e) {
      LOG.atError().addKeyValue("service", name).setCause(e).log("service.stop-failed");
    }
  }

  static Settings settings(List<Setting> known, String[] args) {
    Optional<Path> file = Files.exists(DEFAULT_FILE) ? Optional.of(DEFAULT_FILE) : Optional.empty();
    Map<String, String> flags = new LinkedHashMap<>();
    for (String arg : args) {
      int equals = arg.indexOf('=');
      if (!arg.startsWith("--") || equals < 0) {
        throw new InvalidSettingsException(arg + ": arguments have the form --key=value");
      }
      String key = arg.substring(2, equals);
      String value = arg.substring(equals + 1);
      if (key.equals("config")) {
        file = Optional.of(Path.of(value));
      } else {
        flags.put(key, value);
      }
    }
    return new SettingsLoader(known).load(file, System.getenv(), flags);
  }

  private static String usage(String name, List<Setting> known) {
    StringBuilder text = new StringBuilder();
    text.append("Usage: %s [--config=FILE] [--key=value …]%n%n".formatted(name));
    for (Setting setting : known) {
      text.append(
          "  --%s=%s%n      %s (%s)%n"
              .formatted(setting.key(), setting.fallback(), setting.meaning(), setting.variable()));
    }
    return text.append("  --kafka.…=…%n      any Kafka client setting%n".formatted()).toString();
  }
}
