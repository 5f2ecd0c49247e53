/**
 * What a page or its server says of its encoding: the charset of the {@code Content-Type}, the
 * {@code <meta>} elements at the head of the page (the prescan of the HTML standard), and the XML
 * declaration.
 *
 * <p>Out: {@link io.onrecord.normalize.decode.declaration.Declaration}s, in the order in which they
 * weigh. They are evidence; {@link io.onrecord.normalize.decode.CharsetDetector} decides.
 */
@NullMarked
package io.onrecord.normalize.decode.declaration;

import org.jspecify.annotations.NullMarked;
