package io.onrecord.standalone.cli;

import io.onrecord.normalize.Normalizer;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "onrecord %s (Java %s)".formatted(Normalizer.VERSION, System.getProperty("java.version"))
    };
  }
}
