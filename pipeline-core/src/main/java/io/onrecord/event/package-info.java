/**
 * The events that the services exchange, and their wire form.
 *
 * <p>In and out: {@code PageFetched}, {@code PageGone} and {@code DocumentPublished} as records,
 * and as Kafka records in CloudEvents' binary mode (value = the body untouched, attributes = {@code
 * ce_} headers). Keys are document ids ({@link io.onrecord.event.DocumentId}).
 *
 * <p>What may change: extension attributes may be added. Key, value and the CloudEvents attributes
 * are a contract with every reader of the topics. Where to look next: {@code io.onrecord.topic} for
 * where events go, {@code io.onrecord.loop} for how they get there.
 */
@NullMarked
package io.onrecord.event;

import org.jspecify.annotations.NullMarked;
