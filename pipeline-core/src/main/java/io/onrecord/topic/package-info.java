/**
 * The topics: their names, and how they are created.
 *
 * <p>In: a prefix and sizes from the settings. Out: topics that exist with the partitions, cleanup,
 * retention and record size that the design gives them ({@link io.onrecord.topic.TopicPlan}).
 * Nothing here is ever created by accident: brokers run with automatic creation off, and a service
 * makes sure of its topics when it starts.
 *
 * <p>What may change: a new topic is a line in {@code TopicPlan}. An existing topic's settings are
 * the operator's once it exists; a difference is logged, never overwritten.
 */
@NullMarked
package io.onrecord.topic;

import org.jspecify.annotations.NullMarked;
