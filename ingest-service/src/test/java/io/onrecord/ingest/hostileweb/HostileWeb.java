package io.onrecord.ingest.hostileweb;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The server of all hosts: one port on every address of this machine, so that it also sees who
 * comes by an address that nobody should have dialled.
 */
public final class HostileWeb implements AutoCloseable {
  private static final int LONGEST_HEAD = 16 << 10;

  /**
   * A request that came.
   *
   * @param local the address that was dialled
   * @param begun in nanoseconds, when its head had been read
   * @param ended just before the last byte of the answer; {@code begun} if it had no end
   * @param status that was answered; 0 for none
   */
  public record Asked(String host, String path, String local, long begun, long ended, int status) {}

  private final ServerSocket listener;
  private final Map<String, Site> sites = new ConcurrentHashMap<>();
  private final Queue<Asked> log = new ConcurrentLinkedQueue<>();
  private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Listens at once. */
  public HostileWeb() {
    try {
      listener = new ServerSocket();
      listener.bind(new InetSocketAddress("0.0.0.0", 0), 2000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("hostile-web").start(this::accept);
  }

  /** The port of every host. */
  public int port() {
    return listener.getLocalPort();
  }

  /** A host with its port, as its URLs write it. */
  public String authority(String label) {
    return label + HostileDns.DOMAIN + ":" + port();
  }

  /** The address of a path. */
  public String url(String label, String path) {
    return "http://" + authority(label) + path;
  }

  /** Takes a site in. */
  public HostileWeb with(Site site) {
    if (sites.put(authority(site.label()), site) != null) {
      throw new IllegalArgumentException("two sites are called " + site.label());
    }
    return this;
  }

  /** Every site. */
  public List<Site> sites() {
    return List.copyOf(sites.values());
  }

  /** Everything that was asked. */
  public List<Asked> log() {
    return List.copyOf(log);
  }

  /** What went wrong on this side, which no test may count on. */
  public List<Throwable> broken() {
    return List.copyOf(broken);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        if (!listener.isClosed()) {
          broken.add(e);
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InetAddress local = socket.getLocalAddress();
      InputStream in = new BufferedInputStream(socket.getInputStream());
      boolean open = true;
      while (open) {
        Optional<Wire> wire = read(socket, in);
        open = wire.isPresent() && answer(wire.get(), local.getHostAddress());
      }
    } catch (IOException e) {
      return; // they hung up, as they may
    } catch (RuntimeException e) {
      broken.add(e);
    }
  }

  private boolean answer(Wire wire, String local) throws IOException {
    String host = wire.header("host").toLowerCase(Locale.ROOT);
    Site site = sites.get(host);
    try {
      if (site == null) {
        wire.missing();
      } else {
        site.answer(wire);
      }
    } finally {
      log.add(new Asked(host, wire.path(), local, wire.begun(), wire.ended(), wire.status()));
    }
    return !wire.closes();
  }

  private static Optional<Wire> read(Socket socket, InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int b = in.read(); b >= 0 && head.length() < LONGEST_HEAD; b = in.read()) {
      head.append((char) b);
      if (b == '\n' && head.length() > 3 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        String[] lines = head.toString().split("\r\n");
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
          int colon = lines[i].indexOf(':');
          if (colon > 0) {
            headers.put(
                lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                lines[i].substring(colon + 1).strip());
          }
        }
        String[] request = lines[0].split(" ");
        return request.length < 2
            ? Optional.empty()
            : Optional.of(new Wire(socket, request[1], headers));
      }
    }
    return Optional.empty();
  }

  /** The bytes of a text. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
