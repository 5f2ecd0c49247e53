package io.onrecord.normalize.classify.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RecurrenceTest {

  @Test
  void countsTheRunsThatComeAgainWhateverStandsBetweenTheLetters() {
    Recurrence recurrence = new Recurrence(100);
    recurrence.learn("tide tables");
    recurrence.hear("so he wrote: 'tide-tables', twice");
    assertThat(recurrence.again("tide tables")).isEqualTo(Recurrence.runs(10)).isEqualTo(5);
    assertThat(recurrence.again("harbour")).isZero();
  }

  @Test
  void whatIsNotHeardDoesNotCount() {
    Recurrence recurrence = new Recurrence(100);
    recurrence.learn("我们先讲潮汐表的故事");
    assertThat(recurrence.again("我们先讲潮汐表的故事")).isZero();
    recurrence.hear("后来他说，潮汐表的故事要从头讲起");
    assertThat(recurrence.again("我们先讲潮汐表的故事")).isEqualTo(1);
  }

  @Test
  void shortSentencesHaveNoRuns() {
    assertThat(Recurrence.runs(Recurrence.letters("Yes, so"))).isZero();
    assertThat(Recurrence.runs(Recurrence.letters("Yes, so?!1"))).isEqualTo(1);
  }
}
