/** Tests of the OpenSearch sink against a real node. */
@NullMarked
package io.onrecord.index.opensearch;

import org.jspecify.annotations.NullMarked;
