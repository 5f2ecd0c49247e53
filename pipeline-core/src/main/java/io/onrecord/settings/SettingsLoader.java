package io.onrecord.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads settings from the four places, weakest first, and refuses what it does not know. */
public final class SettingsLoader {
  /** The sections that one of Onrecord's services owns; each service checks its own keys only. */
  private static final Set<String> SECTIONS =
      Set.of("kafka", "topics", "instance", "ingest", "normalize", "index", "sources");

  private static final String VARIABLE_PREFIX = "ONRECORD_";
  private static final String KAFKA_VARIABLE = "ONRECORD_KAFKA_";
  private static final String FILE_SUFFIX = "_FILE";

  private final Map<String, Setting> known;
  private final Set<String> ownSections;

  /** A loader for a service that knows these settings. */
  public SettingsLoader(List<Setting> known) {
    this.known =
        known.stream()
            .collect(
                Collectors.toMap(Setting::key, Function.identity(), (a, b) -> a, TreeMap::new));
    this.ownSections =
        known.stream().map(s -> section(s.key())).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The settings in force.
   *
   * @param file {@code onrecord.yaml}; empty when there is none
   * @param environment the process's variables
   * @param flags what the command line sets, by key
   * @throws InvalidSettingsException naming the key, the place and the nearest known key
   */
  public Settings load(
      Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
    Map<String, String> values = new LinkedHashMap<>();
    file.ifPresent(f -> values.putAll(fromFile(f)));
    values.putAll(fromEnvironment(environment));
    flags.forEach(
        (key, value) -> {
          check(key, "the command line");
          values.put(key, value);
        });
    return new Settings(values);
  }

  private Map<String, String> fromFile(Path file) {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new InvalidSettingsException("%s cannot be read: %s".formatted(file, e.getMessage()));
    } catch (JacksonException e) {
      throw new InvalidSettingsException(
          "%s is not valid YAML: %s".formatted(file, e.getOriginalMessage()));
    }
    Map<String, String> values = new LinkedHashMap<>();
    flatten("", root, values);
    values.keySet().forEach(key -> check(key, file.toString()));
    return values;
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              e ->
                  flatten(
                      prefix.isEmpty() ? e.getKey() : prefix + "." + e.getKey(),
                      e.getValue(),
                      into));
    } else if (node.isArray()) {
      into.put(prefix, node.toString());
    } else if (!node.isNull() && !node.isMissingNode()) {
      into.put(prefix, node.asString());
    }
  }

  private Map<String, String> fromEnvironment(Map<String, String> environment) {
    Map<String, String> variables =
        known.values().stream()
            .collect(Collectors.toMap(Setting::variable, Setting::key, (a, b) -> a));
    Map<String, String> values = new LinkedHashMap<>();
    new TreeMap<>(environment)
        .forEach(
            (name, value) -> {
              if (!name.startsWith(VARIABLE_PREFIX)) {
                return;
              }
              boolean isFile = name.endsWith(FILE_SUFFIX) && !variables.containsKey(name);
              String variable =
                  isFile ? name.substring(0, name.length() - FILE_SUFFIX.length()) : name;
              key(variable, variables)
                  .ifPresent(key -> values.put(key, isFile ? secret(name, value) : value));
            });
    return values;
  }

  private Optional<String> key(String variable, Map<String, String> variables) {
    if (variables.containsKey(variable)) {
      return Optional.of(variables.get(variable));
    }
    String rest = variable.substring(VARIABLE_PREFIX.length()).toLowerCase(Locale.ROOT);
    if (variable.startsWith(KAFKA_VARIABLE)) {
      return Optional.of(rest.replace('_', '.'));
    }
    if (ownSections.contains(rest.replaceFirst("_.*", ""))) {
      throw InvalidSettingsException.unknown(
          variable, "the environment", nearest(variable, variables.keySet()));
    }
    return Optional.empty();
  }

  private static String secret(String name, String path) {
    try {
      return Files.readString(Path.of(path)).strip();
    } catch (IOException e) {
      throw new InvalidSettingsException(
          "%s names %s, which cannot be read: %s".formatted(name, path, e.getMessage()));
    }
  }

  private void check(String key, String place) {
    String section = section(key);
    boolean foreign = SECTIONS.contains(section) && !ownSections.contains(section);
    if (!known.containsKey(key) && !section.equals("kafka") && !foreign) {
      throw InvalidSettingsException.unknown(key, place, nearest(key, known.keySet()));
    }
  }

  private static String section(String key) {
    return key.replaceFirst("\\..*", "");
  }

  private static String nearest(String key, Set<String> names) {
    return names.stream().min(Comparator.comparingInt(n -> distance(key, n))).orElse("nothing");
  }

  /** Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
