/**
 * HTML as served: text to a tree, the tree to blocks, the head to what the page declares.
 *
 * <p>Two readers give the same tree. {@code TreeReader} knows the rules that nearly all pages need
 * and keeps only what is read later (the attributes of {@code ReadAttributes}, no programs, no
 * styles); it leaves every page with anything else to {@code FullParser}, which is jsoup and knows
 * all rules. A rule that is missing in the first costs time, never text: {@code TreeReaderTest}
 * holds that both tell the same.
 *
 * <p>Every visible character ends up in exactly one block; what an element hides is kept too and
 * marked. All walks are iterative, so that depth costs no stack; {@code OpenFormatting} keeps the
 * tree as large as its page.
 */
@NullMarked
package io.onrecord.normalize.parse.html;

import org.jspecify.annotations.NullMarked;
