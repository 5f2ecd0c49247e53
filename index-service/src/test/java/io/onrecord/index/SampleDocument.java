package io.onrecord.index;

import io.onrecord.document.Block;
import io.onrecord.document.BlockType;
import io.onrecord.document.Category;
import io.onrecord.document.Document;
import io.onrecord.document.DocumentJson;
import io.onrecord.document.Encoding;
import io.onrecord.document.Fingerprints;
import io.onrecord.document.Interview;
import io.onrecord.document.Kind;
import io.onrecord.document.LanguageShare;
import io.onrecord.document.Provenance;
import io.onrecord.document.Removed;
import io.onrecord.document.Repair;
import io.onrecord.document.Role;
import io.onrecord.document.Turn;
import io.onrecord.event.DocumentId;
import io.onrecord.event.Sha256;
import io.onrecord.index.writer.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Builds documents for tests: only what a test is about needs to be said. */
public final class SampleDocument {
  private final String url;
  private String title = "A conversation";
  private String language = "en";
  private String site = "example.org";
  private Optional<String> publishedAt = Optional.of("2024-04-20");
  private Optional<String> topic = Optional.empty();
  private int partition;
  private long offset;
  private String body = Sha256.labelled(new byte[0]);
  private String charset = "UTF-8";
  private final List<Block> blocks = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();
  private final List<Removed> removed = new ArrayList<>();
  private final List<Repair> repairs = new ArrayList<>();

  private SampleDocument(String url) {
    this.url = url;
  }

  public static SampleDocument at(String url) {
    return new SampleDocument(url);
  }

  public SampleDocument title(String title) {
    this.title = title;
    return this;
  }

  public SampleDocument language(String language) {
    this.language = language;
    return this;
  }

  public SampleDocument site(String site) {
    this.site = site;
    return this;
  }

  public SampleDocument publishedAt(String date) {
    this.publishedAt = Optional.of(date);
    return this;
  }

  public SampleDocument undated() {
    this.publishedAt = Optional.empty();
    return this;
  }

  public SampleDocument paragraph(String text) {
    blocks.add(Block.of(BlockType.PARAGRAPH, text));
    return this;
  }

  public SampleDocument heading(String text) {
    blocks.add(Block.of(BlockType.HEADING, text));
    return this;
  }

  public SampleDocument turn(String speaker, Role role, String text) {
    int turn = turns.size();
    turns.add(new Turn(speaker, speaker, role, text));
    blocks.add(
        new Block(
            BlockType.PARAGRAPH,
            text,
            Optional.of(language),
            OptionalInt.of(turn),
            OptionalInt.empty(),
            OptionalInt.empty()));
    return this;
  }

  public SampleDocument removed(Category category, String text, String rule) {
    removed.add(new Removed(category, text, blocks.size(), rule, 0.97));
    return this;
  }

  public SampleDocument repaired(String kind, int count, String before, String after) {
    repairs.add(new Repair(kind, count, List.of(List.of(before, after))));
    return this;
  }

  public SampleDocument from(
      String topic, int partition, long offset, String body, String charset) {
    this.topic = Optional.of(topic);
    this.partition = partition;
    this.offset = offset;
    this.body = body;
    this.charset = charset;
    return this;
  }

  public String id() {
    return DocumentId.of(url);
  }

  public Document build() {
    String text = blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
    List<String> interviewees =
        turns.stream()
            .filter(turn -> turn.role() == Role.INTERVIEWEE)
            .map(Turn::speaker)
            .distinct()
            .toList();
    return new Document(
        Document.SCHEMA,
        id(),
        url,
        url,
        site,
        Optional.of(title),
        List.of(),
        publishedAt,
        publishedAt,
        Instant.parse("2024-05-01T10:00:00Z"),
        Optional.empty(),
        language,
        List.of(new LanguageShare(language, 1)),
        turns.isEmpty() ? Kind.ARTICLE : Kind.INTERVIEW,
        text,
        blocks,
        turns,
        new Interview(interviewees, List.of(), Optional.empty(), List.of()),
        removed,
        repairs,
        new Encoding(charset, Optional.of("gb2312"), "statistics", 0.99),
        new Fingerprints(Sha256.labelled((title + text).getBytes()), "0"),
        new Provenance(
            topic,
            topic.isPresent() ? OptionalInt.of(partition) : OptionalInt.empty(),
            topic.isPresent() ? OptionalLong.of(offset) : OptionalLong.empty(),
            body,
            "0.1.0"),
        List.of(),
        List.of());
  }

  public Change.Put put() {
    Document document = build();
    return new Change.Put(document, DocumentJson.write(document), 0);
  }
}
