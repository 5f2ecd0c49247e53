/**
 * WebSub (W3C Recommendation, 2018): a hub that a feed names tells us of news the moment there is.
 *
 * <p>In: feeds as they are fetched, with the hubs that they and their headers name ({@link
 * io.onrecord.ingest.websub.HubLinks}); what hubs ask and push at the callback. Out: subscriptions,
 * renewed before they end and given up with their source ({@link
 * io.onrecord.ingest.websub.Subscriptions}), and a request to fetch the feed when it was pushed.
 * What is pushed is a hint: the feed itself is fetched, so a hub can announce but not invent. Feeds
 * are looked at by their own schedule all the same.
 *
 * <p>Nothing is kept: a callback's address carries what it is about and a proof that we made it
 * ({@link io.onrecord.ingest.websub.Callbacks}), so any instance can answer.
 */
@NullMarked
package io.onrecord.ingest.websub;

import org.jspecify.annotations.NullMarked;
