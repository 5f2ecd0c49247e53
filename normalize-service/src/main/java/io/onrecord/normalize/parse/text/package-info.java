/** Formats without elements: plain text and Markdown. */
@NullMarked
package io.onrecord.normalize.parse.text;

import org.jspecify.annotations.NullMarked;
