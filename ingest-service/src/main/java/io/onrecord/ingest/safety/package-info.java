/**
 * What may be fetched and who may ask.
 *
 * <p>In: addresses that a name resolved to, requests that came in. Out: the addresses that may be
 * dialled ({@link io.onrecord.ingest.safety.CheckedResolver}: resolved once, checked, and that very
 * address is dialled, on every redirect anew), or an exception that says why not.
 *
 * <p>What may change: {@link io.onrecord.ingest.safety.AddressKind} follows the registries of
 * special-purpose addresses (IANA). Where to look next: {@code io.onrecord.ingest.fetch}.
 */
@NullMarked
package io.onrecord.ingest.safety;

import org.jspecify.annotations.NullMarked;
