package io.onrecord.ingest.follow;

import io.onrecord.ingest.schedule.Revisit;
import java.time.Duration;

/**
 * What following goes by.
 *
 * @param sources how often sources are asked
 * @param pages how often pages are asked for changes
 * @param goneAfter how long a page must be missing before it is gone
 * @param lookBack items older than this when their source was named are left out
 * @param watch time between two looks at a watched folder
 */
public record FollowRules(
    Revisit sources, Revisit pages, Duration goneAfter, Duration lookBack, Duration watch) {}
