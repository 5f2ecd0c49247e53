package io.onrecord.document;

/** What a block of a document is. */
public enum BlockType implements WireName {
  HEADING,
  PARAGRAPH,
  LIST_ITEM,
  QUOTE,
  CODE,
  TABLE,
  CAPTION
}
