import type { Terminal } from './command';

interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const CLEAR_LINE = '\r\u001b[2K';

/** On a screen a line of progress replaces the last; in a log only the lines that end something are kept. */
export function terminalOn(environment: Terminal['environment'], screen: Screen): Terminal {
  return {
    environment,
    progress: (line) => {
      if (screen.isTTY) screen.write(`${CLEAR_LINE}${line}${line.includes('100 %') ? '\n' : ''}`);
      else if (line.includes('100 %')) screen.write(`${line}\n`);
    },
  };
}
