/**
 * The command line: one class a command, {@link io.onrecord.standalone.cli.Main} at the door.
 *
 * <p>In: arguments, standard input, files. Out: standard output for results (plain lines or JSON,
 * always UTF-8), standard error for progress (on a terminal only) and for a line a problem; exit
 * status 0, 1 for failed work, 2 for wrong use.
 *
 * <p>What may change: a command is added by a class here and a name in {@code OnrecordCommand}.
 * Commands hold no logic of the pipeline; they ask the services' classes or a running system.
 */
@NullMarked
package io.onrecord.standalone.cli;

import org.jspecify.annotations.NullMarked;
