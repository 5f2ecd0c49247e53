package io.onrecord.document;

/** What sort of coverage a document is. */
public enum Kind implements WireName {
  /** An article around an interview, or an interview edited into questions and answers. */
  INTERVIEW,
  /** The words as they were spoken, whole. */
  TRANSCRIPT,
  ARTICLE,
  OTHER
}
