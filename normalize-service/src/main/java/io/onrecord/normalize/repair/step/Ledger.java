package io.onrecord.normalize.repair.step;

import io.onrecord.document.Repair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the steps write down what they changed: kinds in the order in which they were first met.
 */
public final class Ledger {
  private static final int LONGEST_EXAMPLE = 80;

  private final Map<String, Account> accounts = new LinkedHashMap<>();

  private static final class Account {
    private int count;
    private final List<List<String>> examples = new ArrayList<>();
  }

  /** One place: {@code before} became {@code after}; the same twice if it was only marked. */
  public void add(String kind, String before, String after) {
    add(kind, 1, before, after);
  }

  /**
   * Whether a kind has all the examples that it may have, so that the next one need not be made.
   */
  public boolean hasExamples(String kind) {
    Account account = accounts.get(kind);
    return account != null && account.examples.size() == Repair.MAX_EXAMPLES;
  }

  /** One more place of a kind that has its examples. */
  public void count(String kind) {
    accounts.computeIfAbsent(kind, any -> new Account()).count++;
  }

  /** Several places of a kind, with the first as an example. */
  public void add(String kind, int count, String before, String after) {
    Account account = accounts.computeIfAbsent(kind, any -> new Account());
    account.count += count;
    List<String> example = List.of(cut(before), cut(after));
    if (account.examples.size() < Repair.MAX_EXAMPLES && !account.examples.contains(example)) {
      account.examples.add(example);
    }
  }

  /** What a repair that keeps its own account did. */
  public void addAll(List<Repair> repairs) {
    for (Repair repair : repairs) {
      Account account = accounts.computeIfAbsent(repair.kind(), any -> new Account());
      account.count += repair.count();
      for (List<String> example : repair.examples()) {
        if (account.examples.size() < Repair.MAX_EXAMPLES) {
          account.examples.add(List.of(cut(example.get(0)), cut(example.get(1))));
        }
      }
    }
  }

  /** The entries for the document. */
  public List<Repair> repairs() {
    List<Repair> repairs = new ArrayList<>();
    accounts.forEach((kind, a) -> repairs.add(new Repair(kind, a.count, a.examples)));
    return List.copyOf(repairs);
  }

  private static String cut(String example) {
    if (example.length() <= LONGEST_EXAMPLE) {
      return example;
    }
    int end = LONGEST_EXAMPLE;
    if (Character.isHighSurrogate(example.charAt(end - 1))) {
      end--;
    }
    return example.substring(0, end) + "…";
  }
}
