import type { Message } from './message';
import type { KnownEvent } from './ground';

/** A message that waits; stored when it waited before this resolution began. */
export interface Waiting {
  readonly message: Message;
  readonly stored: boolean;
}

/** A change needs a signal that has its subject; a withdrawal or a correction can act on one that still lies in triage. */
export function mayProceed(message: Message, target: KnownEvent | undefined): boolean {
  return target !== undefined && (target.state !== 'triage' || message.kind !== 'change');
}

/** What waits for events that have not come or have no subject yet, in the order in which it came. */
export class WaitingLine {
  private readonly byAwaited = new Map<string, Waiting[]>();

  constructor(stored: readonly Message[]) {
    for (const message of stored) this.join({ message, stored: true });
  }

  /** What came now and has to wait. */
  get joined(): readonly Message[] {
    return [...this.byAwaited.values()].flatMap((line) => line.filter(({ stored }) => !stored).map(({ message }) => message));
  }

  join(waiting: Waiting): void {
    const awaited = waiting.message.awaits ?? '';
    const line = this.byAwaited.get(awaited);
    if (line) line.push(waiting);
    else this.byAwaited.set(awaited, [waiting]);
  }

  /** Those that need wait for the event no longer leave the line; the caller lets them proceed, in this order. */
  release(event: KnownEvent): readonly Waiting[] {
    const line = this.byAwaited.get(event.eventId) ?? [];
    const ready = line.filter(({ message }) => mayProceed(message, event));
    // Those that go on waiting are put back first: the first of the ready ones may settle what they wait for.
    this.byAwaited.set(
      event.eventId,
      line.filter((waiting) => !ready.includes(waiting)),
    );
    return ready;
  }
}
