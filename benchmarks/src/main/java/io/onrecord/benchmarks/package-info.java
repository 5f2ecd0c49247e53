/** Measurements: one class a question. On no other module's class path. */
@NullMarked
package io.onrecord.benchmarks;

import org.jspecify.annotations.NullMarked;
