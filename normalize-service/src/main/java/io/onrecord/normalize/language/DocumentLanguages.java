package io.onrecord.normalize.language;

import io.onrecord.document.LanguageShare;
import java.util.List;
import java.util.Optional;

/**
 * The languages of a document.
 *
 * @param tag of the document: {@code mul} if two languages share it, {@code und} if nothing tells
 * @param shares of the languages that can be told, largest first, letters weighted by how much they
 *     say; languages below one in a hundred are left out
 * @param blocks the language of each block, in order; empty where it has too few letters to tell
 */
public record DocumentLanguages(
    String tag, List<LanguageShare> shares, List<Optional<String>> blocks) {}
