/**
 * A hostile web on this machine: hundreds of named hosts on loopback, a class for each way to
 * misbehave, and a log of everything that was asked of them.
 *
 * <p>In: nothing but the passing of time ({@link io.onrecord.ingest.hostileweb.FastClock}). Out:
 * answers, and what must have been published in the end ({@link
 * io.onrecord.ingest.hostileweb.Expected}). {@link io.onrecord.ingest.hostileweb.HostileWeb} is the
 * server, {@link io.onrecord.ingest.hostileweb.HostileDns} the names, {@link
 * io.onrecord.ingest.hostileweb.Witness} what the log proves.
 *
 * <p>To add a misbehaviour, write a {@link io.onrecord.ingest.hostileweb.Site} and name it in
 * {@link io.onrecord.ingest.hostileweb.Town}.
 */
@NullMarked
package io.onrecord.ingest.hostileweb;

import org.jspecify.annotations.NullMarked;
