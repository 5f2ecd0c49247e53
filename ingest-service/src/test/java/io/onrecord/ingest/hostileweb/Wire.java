package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One request and the bare connection that it came by, for answers that no server library gives.
 */
public final class Wire {
  private final Socket socket;
  private final String path;
  private final Map<String, String> headers;
  private final long begun = System.nanoTime();
  private long ended;
  private int status;
  private boolean closes;

  Wire(Socket socket, String path, Map<String, String> headers) {
    this.socket = socket;
    this.path = path;
    this.headers = headers;
  }

  /** Path and query, as asked. */
  public String path() {
    return path;
  }

  /** A request header by its lower-case name; empty text if absent. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** Answers as a server should, and stays open. */
  public void send(int code, Map<String, String> extra, byte[] body) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    all.put("Content-Length", Integer.toString(body.length));
    all.putAll(extra);
    byte[] head = head(code, all);
    byte[] whole = new byte[head.length + body.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    ended = System.nanoTime();
    raw(whole);
  }

  /** A text of a type. */
  public void text(int code, String type, String text) throws IOException {
    send(code, Map.of("Content-Type", type), text.getBytes(StandardCharsets.UTF_8));
  }

  /** A page. */
  public void page(String html) throws IOException {
    text(200, "text/html; charset=utf-8", html);
  }

  /** A feed of these links. */
  public void feed(List<String> links) throws IOException {
    text(200, "application/rss+xml", rss(links));
  }

  /** An RSS feed of these links. */
  static String rss(List<String> links) {
    return links.stream()
        .map(l -> "<item><title>T</title><link>%s</link></item>".formatted(l.replace("&", "&amp;")))
        .collect(
            Collectors.joining(
                "",
                "<rss version=\"2.0\"><channel><title>F</title><link>/</link>",
                "</channel></rss>"));
  }

  /** A redirect. */
  public void redirect(int code, String to) throws IOException {
    send(code, Map.of("Location", to), new byte[0]);
  }

  /** There is nothing here. */
  public void missing() throws IOException {
    text(404, "text/plain", "nothing here");
  }

  /** The head of an answer; nothing is added to it. */
  public byte[] head(int code, Map<String, String> all) {
    status = code;
    StringBuilder head = new StringBuilder("HTTP/1.1 " + code + " Status\r\n");
    all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Bytes, whatever they are. */
  public void raw(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  /** Whether whoever asked has given up by now, and hears no answer. */
  public boolean hasHungUp() throws IOException {
    socket.setSoTimeout(1);
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false; // he waits
    } finally {
      socket.setSoTimeout(0);
    }
  }

  /** Ends the connection after this answer. */
  public void close() {
    closes = true;
  }

  /** Ends the connection at once and rudely (RST). */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
    closes = true;
  }

  /** Says nothing until the other side gives up. */
  public void silence() throws IOException {
    closes = true;
    while (socket.getInputStream().read() >= 0) {
      continue; // until it hangs up
    }
  }

  boolean closes() {
    return closes || socket.isClosed();
  }

  long begun() {
    return begun;
  }

  /** Before its last byte was written; when it began, for what was never finished. */
  long ended() {
    return ended == 0 ? begun : ended;
  }

  int status() {
    return status;
  }
}
