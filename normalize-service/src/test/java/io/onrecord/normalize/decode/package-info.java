/** The specification of stage 1: what bytes mean, and on what grounds. */
@NullMarked
package io.onrecord.normalize.decode;

import org.jspecify.annotations.NullMarked;
