package io.onrecord.standalone.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/** Gives each command the terminal by its constructor; picocli's own classes are made as usual. */
final class CommandFactory implements CommandLine.IFactory {
  private final Terminal terminal;
  private final CommandLine.IFactory others = CommandLine.defaultFactory();

  CommandFactory(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      Class<?>[] wanted = constructor.getParameterTypes();
      if (wanted.length == 1 && wanted[0] == Terminal.class) {
        return type.cast(constructor.newInstance(terminal));
      }
    }
    return others.create(type);
  }
}
