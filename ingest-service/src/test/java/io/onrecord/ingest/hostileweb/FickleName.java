package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.util.List;

/**
 * A name that {@link HostileDns} resolves to this host and, asked again, to an address that may not
 * be dialled: what was checked must be what is dialled.
 */
final class FickleName extends FixedSite {
  FickleName(String label) {
    super(label, List.of("/a", "/b", "/c"), List.of());
  }

  @Override
  public void answer(Wire wire) throws IOException {
    wire.close(); // so that every request asks the name again
    super.answer(wire);
  }

  @Override
  void bad(Wire wire) throws IOException {
    wire.missing();
  }
}
