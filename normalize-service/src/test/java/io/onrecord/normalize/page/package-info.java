/**
 * Whole pages of our own through the whole normalizer: what must stay, what must go and as what,
 * who says what. The pages are beside, in {@code src/test/resources}; {@link
 * io.onrecord.normalize.page.MarkedPage} says how they are marked.
 */
@NullMarked
package io.onrecord.normalize.page;

import org.jspecify.annotations.NullMarked;
