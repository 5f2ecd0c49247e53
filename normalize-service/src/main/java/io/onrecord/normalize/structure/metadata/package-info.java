/**
 * What a document is called, by whom, of when and where: from declarations and from printed text.
 *
 * <p>In: a classified page. Out: {@link io.onrecord.normalize.structure.metadata.Metadata}.
 */
@NullMarked
package io.onrecord.normalize.structure.metadata;

import org.jspecify.annotations.NullMarked;
