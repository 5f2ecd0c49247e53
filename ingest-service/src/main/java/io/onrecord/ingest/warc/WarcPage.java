package io.onrecord.ingest.warc;

import io.onrecord.ingest.fetch.ResponseHeaders;
import io.onrecord.ingest.fetch.Validators;
import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.ingest.url.InvalidUrlException;
import io.onrecord.ingest.url.WebUrl;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an entry of an archive is as a page. */
public sealed interface WarcPage {
  /**
   * A page.
   *
   * @param at when it was captured
   */
  record Page(
      CanonicalUrl url,
      Instant at,
      Optional<String> contentType,
      Optional<String> contentLanguage,
      Validators validators,
      ResponseHeaders said,
      byte[] body)
      implements WarcPage {}

  /** A record that is no page: a request, an image, an error, a revisit. */
  record NoPage(String what) implements WarcPage {}

  /**
   * A page that is lost.
   *
   * @param url as it stands there, or where in the archive
   * @param reason what is wrong
   */
  record Lost(String url, String reason) implements WarcPage {}

  /** Media that the archive of a site is full of, and that nobody reads. */
  Pattern MEDIA =
      Pattern.compile(
          "(image|audio|video|font)/.*|text/css|(text|application)/(x-)?(java|ecma)script"
              + "|application/(font.*|x-font.*|vnd\\.ms-fontobject|wasm|octet-stream"
              + "|x-shockwave-flash|zip|gzip)");

  /** What the entry is; only successful answers of HTTP, and resources, are pages. */
  static WarcPage of(WarcEntry entry, int maxBytes) {
    return switch (entry) {
      case WarcEntry.Damaged damaged ->
          new Lost("byte " + damaged.at(), "is damaged: " + damaged.reason());
      case WarcEntry.TooLarge large ->
          large.head().type().equals("response")
              ? new Lost(target(large.head()), tooLarge(large.bytes(), maxBytes))
              : new NoPage(large.head().type());
      case WarcEntry.Whole whole ->
          switch (whole.head().type()) {
            case "response" -> response(whole, maxBytes);
            case "resource" -> resource(whole, maxBytes);
            default -> new NoPage(whole.head().type());
          };
    };
  }

  /** What was captured without HTTP: a file, a page that was pushed. */
  private static WarcPage resource(WarcEntry.Whole record, int maxBytes) {
    String target = target(record.head());
    Optional<String> type = record.head().find("Content-Type");
    if (MEDIA.matcher(media(type)).matches() && !media(type).equals("application/octet-stream")) {
      return new NoPage(media(type));
    }
    if (record.block().length > maxBytes) {
      return new Lost(target, tooLarge(record.block().length, maxBytes));
    }
    try {
      CanonicalUrl url = CanonicalUrl.of(target);
      return record.block().length == 0
          ? new NoPage("empty")
          : new Page(
              url,
              date(record.head()),
              type,
              Optional.empty(),
              Validators.NONE,
              ResponseHeaders.NONE,
              record.block());
    } catch (InvalidUrlException e) {
      return new NoPage("resource of another scheme");
    } catch (DateTimeException e) {
      return new Lost(target, "has no date");
    }
  }

  private static String media(Optional<String> type) {
    return type.orElse("").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }

  private static WarcPage response(WarcEntry.Whole record, int maxBytes) {
    String target = target(record.head());
    if (!target.regionMatches(true, 0, "http", 0, 4)) {
      return new NoPage("not of HTTP");
    }
    Optional<ArchivedMessage> message = ArchivedMessage.parse(record.block());
    if (message.isEmpty()) {
      return new Lost(target, "is no HTTP response");
    }
    ArchivedMessage answer = message.get();
    Optional<String> type = answer.first("Content-Type");
    if (answer.status() != 200 && answer.status() != 203) {
      return new NoPage("status " + answer.status());
    }
    if (MEDIA.matcher(media(type)).matches()) {
      return new NoPage(media(type));
    }
    try {
      byte[] body = answer.decoded(maxBytes);
      if (body.length > maxBytes) {
        return new Lost(target, tooLarge(body.length, maxBytes));
      }
      if (body.length == 0) {
        return new NoPage("empty");
      }
      return new Page(
          CanonicalUrl.of(WebUrl.parse(target)),
          date(record.head()),
          type,
          answer.first("Content-Language"),
          new Validators(answer.first("ETag"), answer.first("Last-Modified")),
          ResponseHeaders.read(answer::values),
          body);
    } catch (IOException e) {
      return new Lost(target, "cannot be decoded: " + e.getMessage());
    } catch (InvalidUrlException e) {
      return new Lost(target, "has no usable address: " + e.getMessage());
    } catch (DateTimeException e) {
      return new Lost(target, "has no date");
    }
  }

  /** Some older archives write it in angle brackets. */
  private static String target(WarcHead head) {
    return head.find("WARC-Target-URI").orElse("").replaceFirst("^<(.*)>$", "$1");
  }

  private static Instant date(WarcHead head) {
    return OffsetDateTime.parse(head.find("WARC-Date").orElse("")).toInstant();
  }

  private static String tooLarge(long bytes, int maxBytes) {
    return "has %d bytes or more, and a page may have %d".formatted(bytes, maxBytes);
  }
}
