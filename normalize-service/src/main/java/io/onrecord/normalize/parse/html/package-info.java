/**
 * HTML as served, read by jsoup: the tree to blocks, the head to what the page declares.
 *
 * <p>Every visible character ends up in exactly one block; what an element hides is kept too and
 * marked. All walks are iterative, so that depth costs no stack; {@code OpenFormatting} keeps the
 * tree as large as its page.
 */
@NullMarked
package io.onrecord.normalize.parse.html;

import org.jspecify.annotations.NullMarked;
