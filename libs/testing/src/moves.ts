import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { aMove } from '#testing/ledger';
import { anyLedger } from '#testing/tight-ledger';
import fc from 'fast-check';

/** A ledger of which one signal was another's, as it was told and as it would have been without it. */
export interface Mistaken {
  readonly signal: SignalEntry;
  /** What was decided about it before it was moved, in log order. */
  readonly changes: readonly LedgerEntry[];
  /** With the signal, up to the move and what came after it. */
  readonly told: readonly LedgerEntry[];
  /** The same without the signal, what was decided about it, and the move. */
  readonly never: readonly LedgerEntry[];
  /** The day of the move. */
  readonly movedOn: number;
}

/** Of any ledger some signal, moved at some place after it; what names it beside the decisions (mitigations, campaigns) stays. */
export const aMistaken: fc.Arbitrary<Mistaken> = fc
  .tuple(anyLedger.map(whatIsSaid), fc.nat(), fc.nat())
  .filter(([log]) => log.some(({ kind }) => kind === 'signal'))
  .map(([log, nth, later]) => {
    const signals = log.filter((entry) => entry.kind === 'signal');
    const signal = signals[nth % signals.length] as SignalEntry;
    const first = log.indexOf(signal);
    const place = first + 1 + (later % (log.length - first));
    return mistakenAt(log, signal, place);
  });

/** What can be said at all: a withdrawal is final (decision 0009), and what names signals names no decision and no withdrawal. */
function whatIsSaid(log: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const withdrawals = new Set(log.flatMap(({ kind, id }) => (kind === 'withdrawal' ? [id] : [])));
  const others = new Set(log.flatMap(({ kind, id }) => (kind === 'signal' ? [] : [id])));
  const signals = (ids: readonly string[]): string[] => ids.filter((id) => !others.has(id));
  return log
    .filter((entry) => entry.kind !== 'withdrawal' || !withdrawals.has(entry.target))
    .filter((entry) => entry.kind !== 'change' || !others.has(entry.target))
    .map((entry) => {
      if (entry.kind === 'mitigation') return { ...entry, targets: signals(entry.targets) };
      return entry.kind === 'campaign' ? { ...entry, members: signals(entry.members) } : entry;
    });
}

function mistakenAt(log: readonly LedgerEntry[], signal: SignalEntry, place: number): Mistaken {
  const isAbout = (entry: LedgerEntry): boolean => entry.kind === 'change' && entry.target === signal.id;
  const decisions = new Set(log.filter(isAbout).map(({ id }) => id));
  const takesBack = (entry: LedgerEntry, ids: ReadonlySet<string>): boolean => entry.kind === 'withdrawal' && ids.has(entry.target);
  const own = new Set([signal.id]);
  const saidLater = new Set(
    log
      .slice(place)
      .filter(isAbout)
      .map(({ id }) => id),
  );
  const movedOn = log[place - 1]?.releasedOn ?? signal.releasedOn;
  const move = aMove(signal.id, movedOn);
  const told = [
    ...log.slice(0, place).filter((entry) => !takesBack(entry, own) && !takesBack(entry, saidLater)),
    move,
    // What is decided about it later, and what takes that back, is told of whom it is about.
    ...log.slice(place).filter((entry) => !takesBack(entry, own) && !isAbout(entry) && !takesBack(entry, decisions)),
  ];
  const never = told.filter((entry) => entry !== signal && entry !== move && !isAbout(entry) && !takesBack(entry, decisions));
  const takenBack = new Set(log.slice(0, place).flatMap((entry) => (entry.kind === 'withdrawal' ? [entry.target] : [])));
  const changes = log.slice(0, place).filter((entry) => isAbout(entry) && !takenBack.has(entry.id));
  return { signal, changes, told, never, movedOn };
}

/** A signal with what was decided about it as they are released anew: the decisions first, so that nothing is read that fell away. */
export function releasedAnew({ signal, changes }: Mistaken, releasedOn: number, assignment: number): readonly LedgerEntry[] {
  return [...changes, signal].map((entry) => ({ ...entry, assignment, releasedOn, cause: `${entry.id} again` }) as LedgerEntry);
}

/** The same as first releases. */
export function releasedFirst({ signal, changes }: Mistaken, releasedOn: number): readonly LedgerEntry[] {
  return [...changes, signal].map((entry) => ({ ...entry, releasedOn }) as LedgerEntry);
}
