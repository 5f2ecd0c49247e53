package io.onrecord.normalize.classify.html;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The model as a text file: {@code name HASH WEIGHT} and {@code word HASH WEIGHT} for the lexicons,
 * {@code look BIAS} for each look, and under it {@code tree FEATURE>THRESHOLD… | LEAF…}, leaves in
 * thousandths. Lines that start with {@code #} are comments.
 */
public final class ModelFile {
  private static final String RESOURCE = "main-content.model";
  private static final int HASH_RADIX = 36;

  private ModelFile() {}

  /** The model that ships. */
  static ContentModel shipped() {
    try (InputStream in = ModelFile.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + RESOURCE);
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ContentModel read(BufferedReader reader) throws IOException {
    Map<Long, Float> names = new HashMap<>();
    Map<Long, Float> words = new HashMap<>();
    List<Float> biases = new ArrayList<>();
    List<List<Trees.Tree>> looks = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String[] parts = line.split(" ");
      switch (parts[0]) {
        case "name" -> names.put(hash(parts[1]), Float.parseFloat(parts[2]));
        case "word" -> words.put(hash(parts[1]), Float.parseFloat(parts[2]));
        case "look" -> {
          biases.add(Float.parseFloat(parts[1]));
          looks.add(new ArrayList<>());
        }
        case "tree" -> looks.getLast().add(tree(parts));
        default -> {}
      }
    }
    return new ContentModel(
        new BlockFeatures(Lexicon.of(names), Lexicon.of(words)),
        new Trees(biases.get(0), looks.get(0)),
        new Trees(biases.get(1), looks.get(1)));
  }

  private static Trees.Tree tree(String[] parts) {
    int bar = Arrays.asList(parts).indexOf("|");
    int[] features = new int[bar - 1];
    float[] thresholds = new float[bar - 1];
    for (int level = 0; level < features.length; level++) {
      String[] question = parts[level + 1].split(">");
      features[level] = Feature.valueOf(question[0]).ordinal();
      thresholds[level] = Float.parseFloat(question[1]);
    }
    float[] leaves = new float[parts.length - bar - 1];
    for (int leaf = 0; leaf < leaves.length; leaf++) {
      leaves[leaf] = Integer.parseInt(parts[bar + 1 + leaf]) / 1000f;
    }
    return new Trees.Tree(features, thresholds, leaves);
  }

  private static long hash(String text) {
    return Long.parseUnsignedLong(text, HASH_RADIX);
  }

  /** Writes a model; the same model always gives the same bytes. */
  public static void write(
      Path file, Map<Long, Float> names, Map<Long, Float> words, Trees first, Trees second)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# What on a page is content: written by the program TrainMainContent in benchmarks.");
    lines.add("# Not to be edited by hand; its form is told in ModelFile.");
    lexicon("name", names, lines);
    lexicon("word", words, lines);
    look(first, lines);
    look(second, lines);
    Files.write(file, lines, StandardCharsets.UTF_8);
  }

  private static void lexicon(String kind, Map<Long, Float> weights, List<String> lines) {
    new TreeMap<>(weights)
        .forEach(
            (hash, weight) ->
                lines.add(kind + ' ' + Long.toUnsignedString(hash, HASH_RADIX) + ' ' + weight));
  }

  private static void look(Trees trees, List<String> lines) {
    lines.add("look " + trees.bias());
    for (Trees.Tree tree : trees.trees()) {
      StringBuilder line = new StringBuilder("tree");
      for (int level = 0; level < tree.features().length; level++) {
        Feature feature = Feature.values()[tree.features()[level]];
        line.append(' ').append(feature).append('>').append(tree.thresholds()[level]);
      }
      line.append(" | ");
      List<String> leaves = new ArrayList<>();
      for (float leaf : tree.leaves()) {
        leaves.add(Integer.toString(Math.round(leaf * 1000)));
      }
      lines.add(line.append(leaves.stream().collect(Collectors.joining(" "))).toString());
    }
  }
}
