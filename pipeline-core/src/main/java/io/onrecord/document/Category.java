package io.onrecord.document;

/** Why a piece of a page is not part of its document. */
public enum Category implements WireName {
  NAVIGATION,
  SITE_HEADER,
  SHARE_WIDGET,
  LOGIN_PROMPT,
  ADVERTISEMENT,
  SPONSOR_READ,
  RELATED_LINKS,
  SITE_FOOTER,
  COPYRIGHT,
  COMMENTS,
  IMAGE_PLACEHOLDER,
  CREDITS,
  ENGAGEMENT_PROMPT,
  CALL_TO_ACTION,
  TEASER,
  MARKUP_RESIDUE
}
