package io.onrecord.normalize.repair;

import io.onrecord.document.Repair;
import java.util.List;

/**
 * Text after repair.
 *
 * @param text the repaired text
 * @param repairs every change that was made, one entry a kind
 */
public record RepairedText(String text, List<Repair> repairs) {}
