package io.onrecord.standalone.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A network between two ports that can be cut: connections end, and new ones come to nothing. */
final class Wire implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wire.class);
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final ServerSocket entrance;
  private final int exit;
  private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  Wire(int entrance, int exit) {
    try {
      this.entrance = new ServerSocket(entrance, 50, HERE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.exit = exit;
    Thread.ofVirtual().start(this::accept);
  }

  void cut() {
    cut = true;
    ends.forEach(Wire::end);
  }

  void mend() {
    cut = false;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        connect(entrance.accept());
      } catch (IOException e) {
        LOG.atDebug().addKeyValue("why", e.getMessage()).log("wire.no-connection");
      }
    }
  }

  private void connect(Socket from) throws IOException {
    ends.add(from);
    try {
      if (cut) {
        throw new IOException("the wire is cut");
      }
      Socket to = new Socket(HERE, exit);
      ends.add(to);
      from.setTcpNoDelay(true);
      to.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> pump(from, to));
      Thread.ofVirtual().start(() -> pump(to, from));
      if (cut) {
        end(to);
        end(from);
      }
    } catch (IOException e) {
      end(from);
      throw e;
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[64 << 10];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      LOG.atTrace().addKeyValue("why", e.getMessage()).log("wire.ended");
    } finally {
      ends.remove(from);
      ends.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.atDebug().addKeyValue("why", e.getMessage()).log("wire.end-not-closed");
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
  }
}
