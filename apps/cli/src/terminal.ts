import type { Terminal } from './command';

interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const CLEAR_LINE = '\r\u001b[2K';

/** Where Ctrl-C is heard: the process. */
interface Signals {
  once(signal: 'SIGINT' | 'SIGTERM', heard: () => void): unknown;
}

/** The second time ends the process as if nobody listened. */
function interruptionOf(signals: Signals): AbortSignal {
  const asked = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) signals.once(signal, () => asked.abort());
  return asked.signal;
}

/** On a screen a line of progress replaces the last; in a log only the lines that end something are kept. */
export function terminalOn(environment: Terminal['environment'], screen: Screen, signals: Signals): Terminal {
  return {
    environment,
    interruption: () => interruptionOf(signals),
    progress: (line) => {
      if (screen.isTTY) screen.write(`${CLEAR_LINE}${line}${line.includes('100 %') ? '\n' : ''}`);
      else if (line.includes('100 %')) screen.write(`${line}\n`);
    },
  };
}
