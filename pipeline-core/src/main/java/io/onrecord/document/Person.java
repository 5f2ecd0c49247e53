package io.onrecord.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * Somebody who takes part, by the word of the feed that led to the page ({@code podcast:person}).
 *
 * @param name as the feed writes it
 * @param role in lower case, of the Podcast Taxonomy mostly: {@code host}, {@code guest}, …
 * @param group in lower case: {@code cast}, {@code writing}, …
 * @param href who that is
 * @param image a picture of them
 */
public record Person(
    String name,
    String role,
    String group,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> href,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> image) {}
