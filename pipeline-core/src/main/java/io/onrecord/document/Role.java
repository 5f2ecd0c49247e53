package io.onrecord.document;

/** What a speaker does in an interview. */
public enum Role implements WireName {
  INTERVIEWER,
  INTERVIEWEE,
  UNKNOWN
}
