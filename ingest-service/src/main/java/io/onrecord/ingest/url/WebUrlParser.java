package io.onrecord.ingest.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The basic URL parser (URL Standard, section 4.4) for special schemes, written as the grammar that
 * its state machine accepts: in a special URL a backslash is a slash, any number of slashes follows
 * the scheme, and every host is a domain or an address.
 */
final class WebUrlParser {
  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
  private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\r]");
  private static final Pattern SLASH = Pattern.compile("[/\\\\]");
  private static final int LONGEST_DOTS = "%2e%2e".length();
  private static final Pattern DOT = Pattern.compile("\\.|%2e", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOTS =
      Pattern.compile("(\\.|%2e)(\\.|%2e)", Pattern.CASE_INSENSITIVE);
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z][:|]");
  private static final int MOST_PORT = 65_535;

  private final String original;
  private final Optional<WebUrl> base;

  WebUrlParser(String original, Optional<WebUrl> base) {
    this.original = original;
    this.base = base;
  }

  WebUrl parse() {
    String text = clean(original);
    Matcher scheme = SCHEME.matcher(text);
    if (!scheme.matches()) {
      return relative(text, base.orElseThrow(() -> invalid("it has no scheme such as https:")));
    }
    String name = scheme.group(1).toLowerCase(Locale.ROOT);
    String rest = scheme.group(2);
    return switch (name) {
      case "http", "https" -> {
        boolean sameScheme = base.isPresent() && base.get().scheme().equals(name);
        // "https:path" in a page of the same scheme is a relative URL, of which browsers are sure.
        yield sameScheme && !startsWithTwoSlashes(rest)
            ? relative(rest, base.get())
            : absolute(name, skipSlashes(rest));
      }
      case "file" -> file(rest);
      default -> throw invalid("pages have http:, https: or file:, not " + name + ":");
    };
  }

  /** Without surrounding controls and spaces, and without tabs and line breaks anywhere. */
  private static String clean(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    String stripped = text.substring(start, end);
    return endOf(stripped, "\t\n\r") == stripped.length()
        ? stripped
        : BREAKS.matcher(stripped).replaceAll("");
  }

  private WebUrl absolute(String scheme, String rest) {
    int end = endOf(rest, "/\\?#");
    String authority = rest.substring(0, end);
    int at = authority.lastIndexOf('@');
    String username = "";
    String password = "";
    if (at >= 0) {
      String credentials = authority.substring(0, at);
      int colon = credentials.indexOf(':');
      username =
          PercentEncoding.USERINFO.encode(
              colon < 0 ? credentials : credentials.substring(0, colon));
      password = colon < 0 ? "" : PercentEncoding.USERINFO.encode(credentials.substring(colon + 1));
    }
    String hostAndPort = authority.substring(at + 1);
    int colon = portColon(hostAndPort);
    String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
    Optional<Integer> port =
        colon < 0 ? Optional.empty() : port(scheme, hostAndPort.substring(colon + 1));
    if (host.isEmpty()) {
      throw invalid("it has no host");
    }
    String parsed = HostParser.parse(host).orElseThrow(() -> invalid("its host is " + host));
    WebUrl start =
        new WebUrl(
            scheme,
            username,
            password,
            parsed,
            port,
            List.of(),
            Optional.empty(),
            Optional.empty());
    return tail(start, List.of(), rest.substring(end));
  }

  private WebUrl relative(String text, WebUrl from) {
    if (from.isFile()) {
      return file(text);
    }
    if (startsWithTwoSlashes(text)) {
      return absolute(from.scheme(), skipSlashes(text));
    }
    if (text.isEmpty() || text.charAt(0) == '#') {
      return tailAfterPath(from, text, from.query());
    }
    if (text.charAt(0) == '?') {
      return tailAfterPath(from, text, Optional.empty());
    }
    if (isSlash(text.charAt(0))) {
      return tail(from, List.of(), text);
    }
    List<String> parent = from.path().subList(0, Math.max(0, from.path().size() - 1));
    return tail(from, parent, "/" + text);
  }

  /** A path below a folder, then query and fragment. */
  private WebUrl tail(WebUrl url, List<String> folder, String text) {
    int end = endOf(text, "?#");
    List<String> path = path(folder, text.substring(0, end), false);
    WebUrl withPath =
        new WebUrl(
            url.scheme(),
            url.username(),
            url.password(),
            url.host(),
            url.port(),
            path,
            Optional.empty(),
            Optional.empty());
    return tailAfterPath(withPath, text.substring(end), Optional.empty());
  }

  private WebUrl tailAfterPath(WebUrl url, String text, Optional<String> inherited) {
    Optional<String> query = inherited;
    int hash = text.indexOf('#');
    String beforeHash = hash < 0 ? text : text.substring(0, hash);
    if (beforeHash.startsWith("?")) {
      query = Optional.of(PercentEncoding.SPECIAL_QUERY.encode(beforeHash.substring(1)));
    }
    Optional<String> fragment =
        hash < 0
            ? Optional.empty()
            : Optional.of(PercentEncoding.FRAGMENT.encode(text.substring(hash + 1)));
    return new WebUrl(
        url.scheme(),
        url.username(),
        url.password(),
        url.host(),
        url.port(),
        url.path(),
        query,
        fragment);
  }

  /** The segments after the slash that the text starts with, dots resolved. */
  private static List<String> path(List<String> folder, String text, boolean file) {
    List<String> path = new ArrayList<>(folder);
    String below = text.isEmpty() ? "" : text.substring(1);
    String[] segments = SLASH.split(below, -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      String segment = segments[i];
      boolean mayBeDots = segment.length() <= LONGEST_DOTS;
      if (mayBeDots && DOTS.matcher(segment).matches()) {
        boolean drive = file && path.size() == 1 && DRIVE.matcher(path.getFirst()).matches();
        if (!path.isEmpty() && !drive) {
          path.removeLast();
        }
        if (last) {
          path.add("");
        }
      } else if (mayBeDots && DOT.matcher(segment).matches()) {
        if (last) {
          path.add("");
        }
      } else if (file && path.isEmpty() && DRIVE.matcher(segment).matches()) {
        path.add(segment.charAt(0) + ":");
      } else {
        path.add(PercentEncoding.PATH.encode(segment));
      }
    }
    return path;
  }

  /** A file of this machine; another machine's ({@code file://server/…}) is refused. */
  private WebUrl file(String rest) {
    String text = rest.replace('\\', '/');
    if (!text.startsWith("/")) {
      throw invalid("a file is named from the root: file:///folder/name");
    }
    String path = text;
    if (text.startsWith("//")) {
      int end = 2 + endOf(text.substring(2), "/?#");
      String host = text.substring(2, end);
      if (!host.isEmpty() && !host.equalsIgnoreCase("localhost")) {
        throw invalid("files are read from this machine only, not from " + host);
      }
      path = text.substring(end);
    }
    int end = endOf(path, "?#");
    WebUrl url =
        new WebUrl(
            "file",
            "",
            "",
            "",
            Optional.empty(),
            path(List.of(), path.substring(0, end), true),
            Optional.empty(),
            Optional.empty());
    return tailAfterPath(url, path.substring(end), Optional.empty());
  }

  private Optional<Integer> port(String scheme, String digits) {
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    int port = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      port = Math.min(MOST_PORT + 1, port * 10 + (c - '0'));
      if (c < '0' || c > '9' || port > MOST_PORT) {
        throw invalid("its port is " + digits);
      }
    }
    return port == (scheme.equals("https") ? 443 : 80) ? Optional.empty() : Optional.of(port);
  }

  /** The colon before the port: the first one outside brackets. */
  private static int portColon(String hostAndPort) {
    int bracket = hostAndPort.startsWith("[") ? hostAndPort.indexOf(']') : -1;
    return hostAndPort.indexOf(':', bracket + 1);
  }

  private static boolean startsWithTwoSlashes(String text) {
    return text.length() >= 2 && isSlash(text.charAt(0)) && isSlash(text.charAt(1));
  }

  private static String skipSlashes(String text) {
    int start = 0;
    while (start < text.length() && isSlash(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }

  private static int endOf(String text, String delimiters) {
    for (int i = 0; i < text.length(); i++) {
      if (delimiters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private InvalidUrlException invalid(String problem) {
    return new InvalidUrlException(original, problem);
  }
}
