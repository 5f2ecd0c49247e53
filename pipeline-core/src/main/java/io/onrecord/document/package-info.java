/**
 * The document: what Onrecord publishes and everything downstream reads.
 *
 * <p>In: the parts that the normalizer found. Out: one immutable {@link
 * io.onrecord.document.Document} and its JSON form ({@link io.onrecord.document.DocumentJson}),
 * schema {@code onrecord.document/1}, kept beside the classes as {@code
 * onrecord.document.1.schema.json} (JSON Schema 2020-12).
 *
 * <p>What may change: fields may be added (readers ignore what they do not know); nothing may be
 * renamed, removed or given another meaning without a new major schema. Where to look next: {@code
 * io.onrecord.event} for how a document travels.
 */
@NullMarked
package io.onrecord.document;

import org.jspecify.annotations.NullMarked;
