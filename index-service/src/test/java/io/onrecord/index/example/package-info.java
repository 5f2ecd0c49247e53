/** A consumer as another team would write it: nothing of Onrecord, only Kafka and JSON. */
@NullMarked
package io.onrecord.index.example;

import org.jspecify.annotations.NullMarked;
