package io.onrecord.normalize.parse;

/** What a page is written in. */
public enum Format {
  HTML,
  MARKDOWN,
  PLAIN_TEXT,
  SUBRIP,
  WEBVTT,
  PODCAST_JSON,
  PDF,
  OFFICE
}
