/**
 * The normalizer: raw page in, clean document out, and the thin service that runs it over Kafka.
 *
 * <p>{@link io.onrecord.normalize.Normalizer} is the front door and the table of contents: its six
 * stages are the packages {@code decode}, {@code parse}, {@code repair}, {@code classify}, {@code
 * structure} and {@code fingerprint}, in the order in which data takes them. A stage is a pure
 * function of the value that the one before it returned; it never reaches back, never sees Kafka
 * and never asks the clock.
 */
@NullMarked
package io.onrecord.normalize;

import org.jspecify.annotations.NullMarked;
