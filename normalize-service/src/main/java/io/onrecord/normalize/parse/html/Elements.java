package io.onrecord.normalize.parse.html;

import io.onrecord.document.BlockType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the elements of HTML mean for the flow of text. */
final class Elements {
  /** Start and end a block of text. */
  private static final Set<String> BOUNDARIES =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "body",
          "button",
          "caption",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "html",
          "iframe",
          "legend",
          "li",
          "listing",
          "main",
          "menu",
          "nav",
          "noscript",
          "ol",
          "optgroup",
          "option",
          "p",
          "plaintext",
          "pre",
          "search",
          "section",
          "select",
          "summary",
          "table",
          "tbody",
          "td",
          "textarea",
          "tfoot",
          "th",
          "thead",
          "title",
          "tr",
          "ul",
          "video",
          "audio",
          "xmp");

  /** Hold no text that anybody sees. */
  private static final Set<String> INVISIBLE =
      Set.of("script", "style", "template", "iframe", "head");

  /** Seen only where something else fails, or as a tooltip. */
  private static final Set<String> FALLBACK = Set.of("noscript", "svg", "video", "audio", "canvas");

  /** Hold paragraphs, whatever stands around them. */
  private static final Set<String> CONTAINERS = Set.of("table", "article", "section");

  private static final Set<String> BOLD = Set.of("b", "strong");

  private static final Map<String, BlockType> TYPES =
      Map.ofEntries(
          Map.entry("h1", BlockType.HEADING),
          Map.entry("h2", BlockType.HEADING),
          Map.entry("h3", BlockType.HEADING),
          Map.entry("h4", BlockType.HEADING),
          Map.entry("h5", BlockType.HEADING),
          Map.entry("h6", BlockType.HEADING),
          Map.entry("li", BlockType.LIST_ITEM),
          Map.entry("dt", BlockType.LIST_ITEM),
          Map.entry("dd", BlockType.LIST_ITEM),
          Map.entry("blockquote", BlockType.QUOTE),
          Map.entry("pre", BlockType.CODE),
          Map.entry("listing", BlockType.CODE),
          Map.entry("xmp", BlockType.CODE),
          Map.entry("figcaption", BlockType.CAPTION),
          Map.entry("caption", BlockType.CAPTION));

  private static final Map<String, Meaning> MEANINGS = meanings();
  private static final Meaning NONE =
      new Meaning(false, false, false, false, false, Optional.empty());

  /**
   * What an element means for the flow of text: one look-up for each of a page's thousands.
   *
   * @param boundary it starts and ends a block
   * @param invisible it holds no text that anybody sees
   * @param fallback it is seen only where something else fails
   * @param bold its text is
   * @param container it holds paragraphs even in a list
   * @param type what its text is
   */
  record Meaning(
      boolean boundary,
      boolean invisible,
      boolean fallback,
      boolean bold,
      boolean container,
      Optional<BlockType> type) {}

  private Elements() {}

  static Meaning of(String tag) {
    return MEANINGS.getOrDefault(tag, NONE);
  }

  private static Map<String, Meaning> meanings() {
    Map<String, Meaning> meanings = new HashMap<>();
    for (Set<String> tags : List.of(BOUNDARIES, INVISIBLE, FALLBACK, BOLD, TYPES.keySet())) {
      for (String tag : tags) {
        meanings.put(
            tag,
            new Meaning(
                BOUNDARIES.contains(tag),
                INVISIBLE.contains(tag),
                FALLBACK.contains(tag),
                BOLD.contains(tag),
                CONTAINERS.contains(tag),
                Optional.ofNullable(TYPES.get(tag))));
      }
    }
    return meanings;
  }
}
