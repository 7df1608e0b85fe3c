import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import type { Channel } from '#domain/risk/policy';
import { uuidOf } from '#platform/event-id';
import { chanceFrom } from '../chance';

export const SIGNALS = 2_000;
/** The day on which the last signal is released. */
export const LAST_DAY = 9_730;
const DAYS = 730;

interface Sent {
  readonly channel: Channel;
  readonly agency: string;
  readonly s: number;
  readonly grade: SignalEntry['grade'];
  readonly status: SignalEntry['status'];
  readonly halfLife: SignalEntry['halfLife'];
}

/** Complaints above all; what members of the team say; now and then a finding. */
const KINDS: readonly (readonly [most: number, sent: Sent])[] = [
  [0.7, { channel: 'public', agency: 'A-HOT', s: 5, grade: 'D', status: 'unverified', halfLife: 180 }],
  [0.85, { channel: 'public', agency: 'A-PET', s: 15, grade: 'C', status: 'unverified', halfLife: 180 }],
  [0.93, { channel: 'media', agency: 'A-NET', s: 15, grade: 'C', status: 'plausible', halfLife: 180 }],
  [0.98, { channel: 'team', agency: 'A-ORG', s: 5, grade: 'B', status: 'verified', halfLife: 90 }],
  [1, { channel: 'organization', agency: 'A-AUD', s: 5, grade: 'A', status: 'verified', halfLife: 365 }],
];

/**
 * Two years of a cadre about whom everybody writes: half of the letters are matters of their own, the others belong to a few dozen;
 * one in fifty is judged later, one in a hundred taken back, and the dearest matters of three agencies are linked.
 */
export function longLedger(seed: number): readonly LedgerEntry[] {
  const chance = chanceFrom(seed);
  const entries: LedgerEntry[] = [];
  for (let n = 0; n < SIGNALS; n += 1) {
    const releasedOn = LAST_DAY - DAYS + Math.floor((n * DAYS) / SIGNALS);
    const id = uuidOf('bench', String(seed), String(n));
    const which = chance();
    const { agency, ...sent } = (KINDS.find(([most]) => which < most) ?? KINDS[0] ?? [0, undefined])[1] as Sent;
    const group = sent.channel === 'public' || sent.channel === 'media' ? sent.channel : agency;
    const matter = chance() < 0.5 ? `${agency}/event/${id}` : `${agency}/number/${Math.floor(chance() * 12)}`;
    const day = releasedOn - Math.floor(chance() * 20);
    entries.push({ kind: 'signal', id, day, releasedOn, severity: 2, code: 'public-hotline-complaint', matter, group, ...sent });
    if (n % 50 === 49) entries.push(...judged(entries, { id: uuidOf(id, 'judged'), releasedOn, lot: chance() }));
    if (n === 1_000)
      entries.push({ kind: 'link', id: uuidOf(id, 'link'), matters: ['A-PET/number/1', 'A-AUD/number/1', 'A-NET/number/1'], releasedOn });
  }
  return entries;
}

function judged(entries: readonly LedgerEntry[], { id, releasedOn, lot }: { id: string; releasedOn: number; lot: number }): LedgerEntry[] {
  const target = entries.at(-1 - Math.floor(lot * 30));
  if (target?.kind !== 'signal') return [];
  if (lot > 0.8) return [{ kind: 'withdrawal', id, target: target.id, releasedOn }];
  return [
    {
      kind: 'change',
      id,
      target: target.id,
      status: lot > 0.4 ? 'plausible' : 'refuted',
      decidedOn: releasedOn,
      authorityRank: 1,
      authority: 'county',
      releasedOn,
    },
  ];
}
