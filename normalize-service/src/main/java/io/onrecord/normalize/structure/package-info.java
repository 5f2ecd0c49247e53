/**
 * Stage 5: what the kept text is: metadata, languages, speakers and turns, the interview itself.
 */
@NullMarked
package io.onrecord.normalize.structure;

import org.jspecify.annotations.NullMarked;
