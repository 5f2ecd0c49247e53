/**
 * What a service tells about itself: alive, ready, and in numbers.
 *
 * <p>In: {@link io.onrecord.health.Health} is told by the service's parts whether they can work,
 * and a Micrometer registry is told what they did. Out: {@code /livez} (the process answers; no
 * dependency is asked), {@code /readyz} (every part is ready; the body says which is not and why),
 * {@code /metrics} (Prometheus text, base units, bounded labels). A service with an HTTP server of
 * its own serves these itself; one without starts {@link io.onrecord.health.HealthServer}.
 */
@NullMarked
package io.onrecord.health;

import org.jspecify.annotations.NullMarked;
