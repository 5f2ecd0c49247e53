package io.onrecord.settings;

/** A setting that cannot be used; the message names it, its place and the remedy. */
public final class InvalidSettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message that names the setting, its place and the remedy. */
  public InvalidSettingsException(String message) {
    super(message);
  }

  /** A value that the setting cannot have. */
  public static InvalidSettingsException value(String key, String is, String wanted) {
    return new InvalidSettingsException("%s is '%s': give %s".formatted(key, is, wanted));
  }

  static InvalidSettingsException unknown(String key, String place, String nearest) {
    return new InvalidSettingsException(
        "%s in %s is not known; did you mean %s?".formatted(key, place, nearest));
  }
}
