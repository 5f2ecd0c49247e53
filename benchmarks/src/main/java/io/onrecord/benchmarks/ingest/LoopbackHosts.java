package io.onrecord.benchmarks.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Hosts on loopback, each an address of 127.3.0.0/16, with a feed of pages each, answered from
 * memory on connections that stay open: as little of the measurement as can be.
 */
final class LoopbackHosts implements AutoCloseable {
  private static final int SHAPES = 64;

  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final int pages;
  private final List<String> bodies;

  /** When a feed was asked for first, in nanoseconds; 0 if none was. */
  final AtomicLong firstFeed = new AtomicLong();

  /**
   * Hosts with pages.
   *
   * @param pages of each host
   * @param bytes of a page, about
   */
  LoopbackHosts(int pages, int bytes) throws IOException {
    this.pages = pages;
    this.bodies = IntStream.range(0, SHAPES).mapToObj(i -> text(new Random(i), bytes)).toList();
    listener = new ServerSocket();
    listener.bind(new InetSocketAddress("0.0.0.0", 0), 2000);
    Thread.ofPlatform().daemon().name("loopback-hosts").start(this::accept);
  }

  /** The address of a path on the n-th host. */
  String url(int host, String path) {
    return "http://127.3.%d.%d:%d%s"
        .formatted(host / 250, host % 250 + 1, listener.getLocalPort(), path);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        if (!listener.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      String host = socket.getLocalAddress().getHostAddress();
      for (String path = path(in); !path.isEmpty(); path = path(in)) {
        out.write(answer(host, path));
      }
    } catch (IOException e) {
      return; // they hung up
    }
  }

  /** The path of the next request, its headers passed over; empty at the end. */
  private static String path(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(100);
    String path = "";
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b != '\n') {
        line.append((char) b);
      } else if (path.isEmpty()) {
        path = line.toString().split(" ")[1];
        line.setLength(0);
      } else if (line.length() <= 1) {
        return path;
      } else {
        line.setLength(0);
      }
    }
    return "";
  }

  private byte[] answer(String host, String path) {
    if (path.startsWith("/talk/")) {
      int number = Integer.parseInt(path.substring(6));
      String name = host + path;
      String body =
          "<!doctype html><html><head><title>%s</title><link rel=canonical href='%s'>"
                  .formatted(name, path)
              + "<meta name=viewport content=x></head><body><h1>"
              + name
              + "</h1>"
              + bodies.get(number % SHAPES);
      return response("200 OK", "text/html; charset=utf-8", body);
    }
    if (path.equals("/feed")) {
      firstFeed.compareAndSet(0, System.nanoTime());
      StringBuilder feed = new StringBuilder("<rss version='2.0'><channel><title>F</title>");
      for (int i = 0; i < pages; i++) {
        feed.append("<item><title>T</title><link>/talk/").append(i).append("</link></item>");
      }
      return response("200 OK", "application/rss+xml", feed.append("</channel></rss>").toString());
    }
    return response("404 Not Found", "text/plain", "none");
  }

  private static byte[] response(String status, String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(status, type, bytes.length)
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[head.length + bytes.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(bytes, 0, all, head.length, bytes.length);
    return all;
  }

  private static String text(Random random, int bytes) {
    StringBuilder text = new StringBuilder(bytes + 100);
    while (text.length() < bytes) {
      text.append("<p class='turn'>");
      for (int i = 0; i < 60; i++) {
        text.append(Integer.toString(random.nextInt(1 << 20), 36)).append(' ');
      }
      text.append("<a href='/x'>link</a></p>\n");
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
