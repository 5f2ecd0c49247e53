package io.onrecord.index.example;

import io.onrecord.index.IndexWorld;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Runs the example against a test's topics. */
public final class Example {
  private Example() {}

  public static void follow(IndexWorld world, Map<String, String> titles, BooleanSupplier stop) {
    FollowDocuments.follow(
        world.core().kafka().get("bootstrap.servers"),
        world.documentsTopic(),
        "example-" + UUID.randomUUID(),
        titles,
        stop);
  }
}
