package io.onrecord.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsLoaderTest {
  private static final Setting PORT = new Setting("index.port", "7700", "port");
  private static final Setting WAIT = new Setting("index.commit-wait", "1s", "wait");

  @TempDir Path folder;

  @Test
  void flagsWinOverEnvironmentOverFileOverDefaults() throws Exception {
    Path file = file("index:\n  port: 1\n  commit-wait: 250ms\n");
    Map<String, String> environment = Map.of("ONRECORD_INDEX_PORT", "2");
    assertThat(loader().load(Optional.empty(), Map.of(), Map.of()).text(PORT)).isEqualTo("7700");
    assertThat(loader().load(Optional.of(file), Map.of(), Map.of()).text(PORT)).isEqualTo("1");
    assertThat(loader().load(Optional.of(file), environment, Map.of()).text(PORT)).isEqualTo("2");
    Settings all = loader().load(Optional.of(file), environment, Map.of("index.port", "3"));
    assertThat(all.number(PORT, 0, 65535)).isEqualTo(3);
    assertThat(all.duration(WAIT)).isEqualTo(Duration.ofMillis(250));
  }

  @Test
  void anUnknownKeyNamesItsPlaceAndTheNearestKnownKey() throws Exception {
    Path file = file("index:\n  prot: 1\n");
    assertThatThrownBy(() -> loader().load(Optional.of(file), Map.of(), Map.of()))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContainingAll("index.prot", file.toString(), "did you mean index.port?");
    assertThatThrownBy(
            () -> loader().load(Optional.empty(), Map.of("ONRECORD_INDEX_PROT", "1"), Map.of()))
        .hasMessageContainingAll("ONRECORD_INDEX_PROT", "ONRECORD_INDEX_PORT");
    assertThatThrownBy(() -> loader().load(Optional.empty(), Map.of(), Map.of("indx.port", "1")))
        .hasMessageContaining("did you mean index.port?");
  }

  @Test
  void anotherServicesKeysInTheSharedFileAreItsOwnAffair() throws Exception {
    Path file = file("ingest:\n  anything: 1\nindex:\n  port: 5\n");
    Settings settings =
        loader().load(Optional.of(file), Map.of("ONRECORD_INGEST_X", "1"), Map.of());
    assertThat(settings.text(PORT)).isEqualTo("5");
  }

  @Test
  void kafkaSettingsPassThroughAndSecretsMayLieInFiles() throws Exception {
    Path file = file("kafka:\n  bootstrap.servers: a:1\n  security.protocol: SSL\n");
    Path secret = folder.resolve("secret");
    Files.writeString(secret, "hush\n");
    Settings settings =
        loader()
            .load(
                Optional.of(file),
                Map.of("ONRECORD_KAFKA_SSL_KEY_PASSWORD_FILE", secret.toString()),
                Map.of());
    assertThat(CoreSettings.from(settings).kafka())
        .containsEntry("bootstrap.servers", "a:1")
        .containsEntry("security.protocol", "SSL")
        .containsEntry("ssl.key.password", "hush");
  }

  @Test
  void aValueOfTheWrongKindSaysWhatIsWanted() throws Exception {
    Path file = file("index:\n  port: many\n  commit-wait: soon\n");
    Settings settings = loader().load(Optional.of(file), Map.of(), Map.of());
    assertThatThrownBy(() -> settings.number(PORT, 0, 65535))
        .hasMessageContainingAll("index.port", "many", "0 to 65535");
    assertThatThrownBy(() -> settings.duration(WAIT)).hasMessageContainingAll("soon", "10s");
  }

  @Test
  void brokenYamlIsNamed() throws Exception {
    Path file = file("index: [\n");
    assertThatThrownBy(() -> loader().load(Optional.of(file), Map.of(), Map.of()))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContaining(file.toString());
    Path missing = folder.resolve("none.yaml");
    assertThatThrownBy(() -> loader().load(Optional.of(missing), Map.of(), Map.of()))
        .hasMessageContaining("none.yaml");
  }

  private static SettingsLoader loader() {
    List<Setting> known = new ArrayList<>(CoreSettings.ALL);
    known.add(PORT);
    known.add(WAIT);
    return new SettingsLoader(known);
  }

  private Path file(String yaml) throws Exception {
    return Files.writeString(folder.resolve("onrecord.yaml"), yaml);
  }
}
