package io.onrecord.standalone.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, in a person's words. */
final class Problems {
  private Problems() {}

  /** {@code path: no such file or folder}. */
  static String of(IOException problem) {
    return switch (problem) {
      case NoSuchFileException e -> e.getFile() + ": no such file or folder";
      case AccessDeniedException e -> e.getFile() + ": no permission to read it";
      case FileSystemException e ->
          e.getFile() + ": " + (e.getReason() == null ? "cannot be read" : e.getReason());
      default -> String.valueOf(problem.getMessage());
    };
  }
}
