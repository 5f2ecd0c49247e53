package io.onrecord.document;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Where a document comes from: the raw page's place in its topic and the code that read it.
 *
 * @param topic the pages topic; empty when a page never was in one ({@code onrecord normalize})
 * @param body {@code sha256:} and the hash of the page's bytes
 * @param normalizer the normalizer's version
 */
public record Provenance(
    Optional<String> topic,
    OptionalInt partition,
    OptionalLong offset,
    String body,
    String normalizer) {}
