/** One thing an operator can ask on the command line. */
export interface Command {
  /** Shown when a call cannot be understood, without the word `liuqu`. */
  readonly usage: string;
  /**
   * @param args what follows the command's name
   * @returns the text to print
   * @throws CommandFailed with one sentence that says what to mend
   */
  run(args: readonly string[]): Promise<string>;
}

/** The command cannot do what was asked, and its message says why in one sentence. */
export class CommandFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandFailed';
  }
}
