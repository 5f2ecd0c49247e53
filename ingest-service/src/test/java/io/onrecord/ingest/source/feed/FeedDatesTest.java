package io.onrecord.ingest.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedDatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // RFC 822, valid and not
        "Tue, 05 Mar 19 19:48:21 GMT | 2019-03-05T19:48:21Z",
        "Tue, 05 Mar 2019 19:48:21 GMT | 2019-03-05T19:48:21Z",
        "05 Mar 2019 | 2019-03-05T00:00:00Z",
        "5 Mar 2019 00:07 GMT | 2019-03-05T00:07:00Z",
        "Mon, 31 Jun 2019 19:48:21 GMT | 2019-07-01T19:48:21Z",
        "Sat, 26 January 2019 16:31:00 EST | 2019-01-26T21:31:00Z",
        "Sat, 26 Jan 2019 16:31:00 ET | 2019-01-26T21:31:00Z",
        "Sat,26 Jan 2019 16:31:00 +0100 | 2019-01-26T15:31:00Z",
        "Sat, 26 Jan 2019 16:31:00 GMT+01:00 | 2019-01-26T15:31:00Z",
        "Saturday, 26-Jan-19 16:31:00 GMT | 2019-01-26T16:31:00Z",
        "Sat Jan  5 16:29:06 PST 2019 | 2019-01-06T00:29:06Z",
        "Sat Jan 5 16:29:06 2019 | 2019-01-05T16:29:06Z",
        "January 5, 2019 4:29 PM | 2019-01-05T16:29:00Z",
        "Jan 5th, 2019 | 2019-01-05T00:00:00Z",
        "Sat, 05 Jan 2019 12:00:00 AM GMT | 2019-01-05T00:00:00Z",
        "Thu, 01 Jan 98 19:48:21 Z | 1998-01-01T19:48:21Z",
        "Fri, 2019/02/15 08:19:53 EDT | 2019-02-15T12:19:53Z",
        "di., 05 mars 2019 10:00:00 +0100 | 2019-03-05T09:00:00Z",
        "Sat, 26 Jan 2019 16:31:00 +01 | 2019-01-26T15:31:00Z",
        "Sat, 26 Jan 2019 16:31:00 UTC+8 | 2019-01-26T08:31:00Z",
        "Di, 05 Mrz 2019 10:00:00 +0100 | 2019-03-05T09:00:00Z",
        // W3CDTF and ISO 8601
        "2018-W05 | 2018-01-29T00:00:00Z",
        "2018-W05-3T10:00Z | 2018-01-31T10:00:00Z",
        "2018W053 | 2018-01-31T00:00:00Z",
        "31.12.2018 10:15 | 2018-12-31T10:15:00Z",
        "2018-12-31T10:14:55-08:00 | 2018-12-31T18:14:55Z",
        "2018-12-31T10:14:55.5Z | 2018-12-31T10:14:55Z",
        "2018-12-31t10:14z | 2018-12-31T10:14:00Z",
        "2018 | 2018-01-01T00:00:00Z",
        "2018-12 | 2018-12-01T00:00:00Z",
        "2018-12-31 | 2018-12-31T00:00:00Z",
        "20181231 | 2018-12-31T00:00:00Z",
        "20181231T101455Z | 2018-12-31T10:14:55Z",
        "-18-12 | 2018-12-01T00:00:00Z",
        "-1812 | 2018-12-01T00:00:00Z",
        "-18-12-31 | 2018-12-31T00:00:00Z",
        "181231 | 2018-12-31T00:00:00Z",
        "2018-335 | 2018-12-01T00:00:00Z",
        "18335 | 2018-12-01T00:00:00Z",
        "2018-12-31T25:14:55Z | 2019-01-01T01:14:55Z",
        "2018-12-31T10:61:55Z | 2018-12-31T11:01:55Z",
        "2018-12-31T10:14:61Z | 2018-12-31T10:15:01Z",
        "2018-07-08 23:56:58.0 | 2018-07-08T23:56:58Z",
        "2018-07-08 23:56:58 +0200 | 2018-07-08T21:56:58Z",
        "2018-07-08T23:56:58 EST | 2018-07-09T04:56:58Z",
        "2018/7/8 9:05 | 2018-07-08T09:05:00Z",
        // other languages
        "2018-július-13T9:15-05:00 | 2018-07-13T14:15:00Z",
        "Κυρ, 15 Ιούλ 2018 12:00:00 EST | 2018-07-15T17:00:00Z",
        "2018년 05월 28일 01:31:15 | 2018-05-27T16:31:15Z",
        "2018-05-25 오후 11:23:17 | 2018-05-25T14:23:17Z",
        "2018-05-25 오전 12:23:17 | 2018-05-24T15:23:17Z",
        "2018年5月28日 下午 1:31 | 2018-05-28T05:31:00Z",
        "1527471075 | 2018-05-28T01:31:15Z"
      })
  void aDateIsReadHoweverItIsWritten(String text, Instant instant) {
    assertThat(FeedDates.read(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "yesterday", "Tue", "12:30", "2018-13-01", "99/99/9999", "a b c"})
  void whatIsNoDateIsNone(String text) {
    assertThat(FeedDates.read(text)).isEmpty();
  }

  @Test
  void aLongTextIsNoDate() {
    assertThat(FeedDates.read("1 Jan 2019 ".repeat(100_000))).isEmpty();
  }
}
