package io.onrecord.document;

/**
 * What to compare documents by.
 *
 * @param content {@code sha256:} and the hash of title and text: equal means the same document
 * @param near a near-duplicate fingerprint, the same for both Chinese scripts and every encoding
 */
public record Fingerprints(String content, String near) {}
