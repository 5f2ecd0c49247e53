package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * A host that speaks TLS with one of the certificates beside this class: sound, expired, of another
 * name, or signed by nobody. Keeps every request that came through.
 */
public final class TlsHost implements AutoCloseable {
  /** Of the key stores, which guard nothing. */
  public static final char[] PASSWORD = "onrecord".toCharArray();

  private final SSLServerSocket listener;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** Listens on the address that {@link HostileDns} gives its name. */
  public TlsHost(String label) {
    try (InputStream store = store(label)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(store, PASSWORD);
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      InetAddress own = new HostileDns().resolve(label + HostileDns.DOMAIN)[0];
      listener = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 10, own);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    Thread.ofPlatform().daemon().name("tls-" + label).start(this::accept);
  }

  /** A key store: {@code sound}, {@code expired}, {@code wrong-name}, {@code self-signed}. */
  public static InputStream store(String label) {
    InputStream in = TlsHost.class.getResourceAsStream("tls-" + label + ".p12");
    if (in == null) {
      throw new IllegalArgumentException("there is no key store of " + label);
    }
    return in;
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** The first lines of all requests that came through. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        String head = line(socket.getInputStream());
        requests.add(head);
        socket
            .getOutputStream()
            .write(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi"
                    .getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        continue; // a client that does not trust us hangs up
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("hung up");
      }
      line.append((char) b);
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
