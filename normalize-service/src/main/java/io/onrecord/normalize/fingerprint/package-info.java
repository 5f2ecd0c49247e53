/**
 * Stage 6: what to compare documents by: an exact content hash and a near-duplicate fingerprint.
 */
@NullMarked
package io.onrecord.normalize.fingerprint;

import org.jspecify.annotations.NullMarked;
