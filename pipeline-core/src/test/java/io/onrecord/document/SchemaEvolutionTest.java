package io.onrecord.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents as earlier versions wrote them, stored for ever: every later version reads them. A
 * version that adds a field adds a sample; a sample is never changed and never removed.
 */
final class SchemaEvolutionTest {

  @ParameterizedTest
  @ValueSource(strings = {"0.1.0-interview", "0.1.0-empty", "0.1.0-persons", "newer-minor"})
  void whatAnyVersionWroteIsRead(String sample) throws IOException {
    byte[] json = sample(sample);
    DocumentSchema.check(json);
    Document document = DocumentJson.read(json);
    assertThat(document.schema()).isEqualTo("onrecord.document/1");
    assertThat(DocumentJson.read(DocumentJson.write(document))).isEqualTo(document);
    DocumentSchema.check(document);
  }

  @Test
  void nothingOfAnOldDocumentIsLost() throws IOException {
    Document document = DocumentJson.read(sample("0.1.0-interview"));
    assertThat(document.title()).contains("四十年渡船：与船工谈河");
    assertThat(document.turns()).extracting(Turn::role).contains(Role.INTERVIEWEE);
    assertThat(document.blocks().get(2).type()).isEqualTo(BlockType.HEADING);
    assertThat(document.removed().getFirst().category()).isEqualTo(Category.SPONSOR_READ);
    assertThat(document.repairs().getFirst().count()).isEqualTo(2);
    assertThat(document.provenance().offset()).hasValue(77);
    assertThat(document.interview().programme()).contains("River Post");
  }

  @Test
  void peopleOfAFeedAreThereWhereThereAreSome() throws IOException {
    assertThat(DocumentJson.read(sample("0.1.0-interview")).persons()).isEmpty();
    assertThat(DocumentJson.read(sample("0.1.0-persons")).persons())
        .containsExactly(
            new Person("Ann Host", "host", "cast", Optional.empty(), Optional.empty()),
            new Person(
                "船工",
                "guest",
                "cast",
                Optional.of("https://ferry.example/"),
                Optional.of("https://ferry.example/face.png")));
  }

  @Test
  void fieldsOfANewerMinorAreIgnoredWhereverTheyAre() throws IOException {
    assertThat(DocumentJson.read(sample("newer-minor")))
        .isEqualTo(DocumentJson.read(sample("0.1.0-interview")));
  }

  private static byte[] sample(String name) throws IOException {
    try (InputStream in =
        SchemaEvolutionTest.class.getResourceAsStream("samples/" + name + ".json")) {
      return in.readAllBytes();
    }
  }
}
