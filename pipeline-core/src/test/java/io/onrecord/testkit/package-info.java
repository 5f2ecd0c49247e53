/**
 * The test kit that every module uses: a real Apache Kafka broker inside the test's JVM.
 *
 * <p>Tests that meet Kafka run against {@link io.onrecord.testkit.Broker}, never against a mock.
 */
@NullMarked
package io.onrecord.testkit;

import org.jspecify.annotations.NullMarked;
