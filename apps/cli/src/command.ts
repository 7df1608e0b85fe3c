/** What a command may take from where it was called, and tell while it works. */
export interface Terminal {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Shows how far the work is; each line replaces the one before it. */
  progress(line: string): void;
  /** Aborts when the person asks the command to end; from the first call on the command has to end by itself. */
  interruption(): AbortSignal;
}

/** One thing an operator can ask on the command line. */
export interface Command {
  /** Shown when a call cannot be understood, without the word `liuqu`. */
  readonly usage: string;
  /**
   * @param args what follows the command's name
   * @returns the text to print
   * @throws CommandFailed with one sentence that says what to mend
   */
  run(args: readonly string[], terminal: Terminal): Promise<string>;
}

/** The command cannot do what was asked, and its message says why in one sentence. */
export class CommandFailed extends Error {
  /** @param exitCode of the process; another than 1 where a caller has to tell failures apart */
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
    this.name = 'CommandFailed';
  }
}
