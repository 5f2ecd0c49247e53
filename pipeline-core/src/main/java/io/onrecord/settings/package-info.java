/**
 * Configuration: defaults, then {@code onrecord.yaml}, then the environment, then flags.
 *
 * <p>In: the {@link io.onrecord.settings.Setting}s that a service knows, and the four places. Out:
 * {@link io.onrecord.settings.Settings}, checked: an unknown key or a value of the wrong kind fails
 * at start and names the place and the nearest known key. {@code kafka.…} passes through to the
 * Kafka clients as it is.
 *
 * <p>What may change: a service adds a setting by declaring it in its own settings class. Where to
 * look next: {@link io.onrecord.settings.CoreSettings} for those that all services share.
 */
@NullMarked
package io.onrecord.settings;

import org.jspecify.annotations.NullMarked;
