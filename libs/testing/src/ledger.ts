import type {
  ChangeEntry,
  LedgerEntry,
  MitigationEntry,
  PostHeldEntry,
  PostLeftEntry,
  SignalEntry,
  WithdrawalEntry,
} from '#domain/risk/ledger-entry';

/** An unchecked complaint of the public with s = 30, released on the day it happened. */
export function aSignal(given: Partial<SignalEntry> = {}): SignalEntry {
  const channel = given.channel ?? 'public';
  const day = given.day ?? 0;
  const base = { id: 'signal', matter: 'A', s: 30, severity: 3, grade: 'C', status: 'unverified', halfLife: 180 } as const;
  return { kind: 'signal', ...base, channel, group: channel, day, releasedOn: day, ...given };
}

/** A verified finding of an organ with s = 60. */
export function aFinding(given: Partial<SignalEntry> = {}): SignalEntry {
  return aSignal({ channel: 'organization', s: 60, severity: 4, grade: 'A', status: 'verified', halfLife: 365, ...given });
}

export function aChange(given: Partial<ChangeEntry> & Pick<ChangeEntry, 'target' | 'releasedOn'>): ChangeEntry {
  return { kind: 'change', id: `change of ${given.target}`, decidedOn: given.releasedOn, authorityRank: 1, ...given };
}

export function aWithdrawal(target: string, releasedOn: number): WithdrawalEntry {
  return { kind: 'withdrawal', id: `withdrawal of ${target}`, target, releasedOn };
}

/** What was told of a signal under an assignment was told of the wrong subject. */
export function aMove(target: string, releasedOn: number, assignment = 1): WithdrawalEntry {
  return { kind: 'withdrawal', id: `move ${assignment} of ${target}`, target, assignment, releasedOn };
}

/** A ledger in which the sources have taken these back, at its end. */
export function takenBack(entries: readonly LedgerEntry[], ids: readonly string[]): readonly LedgerEntry[] {
  const last = Math.max(0, ...entries.map(({ releasedOn }) => releasedOn));
  return [...entries, ...ids.map((id) => aWithdrawal(id, last))];
}

export function aMitigation(given: Partial<MitigationEntry> & Pick<MitigationEntry, 'targets' | 'releasedOn'>): MitigationEntry {
  return { kind: 'mitigation', id: 'mitigation', code: 'self-gift-handover', factor: 50, ...given };
}

export function aPostHeld(given: Partial<PostHeldEntry> = {}): PostHeldEntry {
  const from = given.from ?? 0;
  return { kind: 'post-held', id: 'post held', post: 'post', factors: ['money'], from, releasedOn: from, ...given };
}

export function aPostLeft(given: Partial<PostLeftEntry> & Pick<PostLeftEntry, 'on'>): PostLeftEntry {
  return { kind: 'post-left', id: 'post left', post: 'post', releasedOn: given.on, ...given };
}
