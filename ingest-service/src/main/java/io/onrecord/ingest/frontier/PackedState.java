package io.onrecord.ingest.frontier;

import io.onrecord.document.Person;
import io.onrecord.event.Persons;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A state in about a hundred bytes instead of a dozen objects, so that a million fit into memory.
 * Only for memory: what is kept is JSON ({@link StateWire}).
 */
final class PackedState {
  private static final String SHA = "sha256:";
  private static final int LONGEST_ERROR = 300;
  private static final int STATUS = 1;
  private static final int BODY = 2;
  private static final int ETAG = 4;
  private static final int MODIFIED = 8;
  private static final int ERROR = 16;
  private static final int PLAN = 32;
  private static final int RESTS = 64;
  private static final int ASKED = 128;
  private static final int INTERVAL = 1;
  private static final int MISSING = 2;
  private static final int HABIT = 4;
  private static final int PERSONS = 8;

  private PackedState() {}

  static byte[] pack(FetchState state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(
          flag(state.status().isPresent(), STATUS)
              | flag(state.body().isPresent(), BODY)
              | flag(state.etag().isPresent(), ETAG)
              | flag(state.lastModified().isPresent(), MODIFIED)
              | flag(state.lastError().isPresent(), ERROR)
              | flag(state.plan().isPresent(), PLAN)
              | flag(state.rests().isPresent(), RESTS)
              | flag(state.asked().isPresent(), ASKED));
      out.writeLong(state.fetchedAt().toEpochMilli());
      out.writeByte(Math.min(state.failures(), 255));
      if (state.status().isPresent()) {
        out.writeShort(state.status().getAsInt());
      }
      if (state.body().isPresent()) {
        body(state.body().get(), out);
      }
      text(state.etag(), out);
      text(state.lastModified(), out);
      text(state.lastError().map(e -> e.substring(0, Math.min(e.length(), LONGEST_ERROR))), out);
      if (state.plan().isPresent()) {
        plan(state.plan().get(), out);
      }
      if (state.rests().isPresent()) {
        out.writeLong(state.rests().get().toEpochMilli());
      }
      if (state.asked().isPresent()) {
        out.writeLong(state.asked().get().toMillis());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static int flag(boolean set, int flag) {
    return set ? flag : 0;
  }

  /** Hashes are ours and have one form; anything else is kept as text. */
  private static void body(String body, DataOutputStream out) throws IOException {
    if (body.startsWith(SHA) && body.length() == SHA.length() + 64) {
      out.writeByte(0);
      out.write(HexFormat.of().parseHex(body, SHA.length(), body.length()));
    } else {
      out.writeByte(1);
      out.writeUTF(body);
    }
  }

  private static void text(Optional<String> text, DataOutputStream out) throws IOException {
    if (text.isPresent()) {
      out.writeUTF(text.get());
    }
  }

  private static void plan(Plan plan, DataOutputStream out) throws IOException {
    out.writeByte(
        flag(plan.interval().isPresent(), INTERVAL)
            | flag(plan.missingSince().isPresent(), MISSING)
            | flag(plan.habit().isPresent(), HABIT)
            | flag(!plan.persons().isEmpty(), PERSONS));
    out.writeByte(plan.role().ordinal());
    out.writeUTF(plan.source());
    out.writeLong(plan.next().toEpochMilli());
    out.writeByte(plan.hops());
    if (plan.interval().isPresent()) {
      out.writeLong(plan.interval().get().toMillis());
    }
    if (plan.missingSince().isPresent()) {
      out.writeLong(plan.missingSince().get().toEpochMilli());
    }
    if (plan.habit().isPresent()) {
      Habit habit = plan.habit().get();
      out.writeLong(habit.lastNew().toEpochMilli());
      out.writeLong(habit.gap().toMillis());
      out.writeInt(habit.times());
    }
    if (!plan.persons().isEmpty()) {
      byte[] persons = Persons.write(plan.persons()).getBytes(StandardCharsets.UTF_8);
      out.writeInt(persons.length);
      out.write(persons);
    }
  }

  static FetchState unpack(byte[] packed) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
      int flags = in.readUnsignedByte();
      Instant fetchedAt = Instant.ofEpochMilli(in.readLong());
      int failures = in.readUnsignedByte();
      OptionalInt status =
          (flags & STATUS) == 0 ? OptionalInt.empty() : OptionalInt.of(in.readUnsignedShort());
      Optional<String> body = (flags & BODY) == 0 ? Optional.empty() : Optional.of(body(in));
      return new FetchState(
          status,
          body,
          text(flags & ETAG, in),
          text(flags & MODIFIED, in),
          fetchedAt,
          failures,
          text(flags & ERROR, in),
          (flags & PLAN) == 0 ? Optional.empty() : Optional.of(plan(in)),
          (flags & RESTS) == 0
              ? Optional.empty()
              : Optional.of(Instant.ofEpochMilli(in.readLong())),
          (flags & ASKED) == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(in.readLong())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String body(DataInputStream in) throws IOException {
    return in.readByte() == 0 ? SHA + HexFormat.of().formatHex(in.readNBytes(32)) : in.readUTF();
  }

  private static Optional<String> text(int flag, DataInputStream in) throws IOException {
    return flag == 0 ? Optional.empty() : Optional.of(in.readUTF());
  }

  private static Plan plan(DataInputStream in) throws IOException {
    int flags = in.readUnsignedByte();
    FetchRole role = FetchRole.values()[in.readUnsignedByte()];
    String source = in.readUTF();
    Instant next = Instant.ofEpochMilli(in.readLong());
    int hops = in.readUnsignedByte();
    Optional<Duration> interval =
        (flags & INTERVAL) == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(in.readLong()));
    Optional<Instant> missing =
        (flags & MISSING) == 0
            ? Optional.empty()
            : Optional.of(Instant.ofEpochMilli(in.readLong()));
    Optional<Habit> habit =
        (flags & HABIT) == 0
            ? Optional.empty()
            : Optional.of(
                new Habit(
                    Instant.ofEpochMilli(in.readLong()),
                    Duration.ofMillis(in.readLong()),
                    in.readInt()));
    List<Person> persons =
        (flags & PERSONS) == 0
            ? List.of()
            : Persons.read(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
    return new Plan(role, source, next, interval, hops, missing, habit, persons);
  }
}
