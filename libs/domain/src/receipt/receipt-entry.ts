import { dateOf, dayOf } from '#domain/calendar/day';
import type {
  CampaignEntry,
  ChangeEntry,
  LedgerEntry,
  LinkEntry,
  MitigationEntry,
  Placed,
  PostHeldEntry,
  PostLeftEntry,
  SignalEntry,
  WithdrawalEntry,
} from '#domain/risk/ledger-entry';
import { bringsItsOwn } from '#domain/risk/under-policy';

/** A day as a date. */
type Dated<T, Days extends keyof T> = Omit<T, Days> & { readonly [K in Days]: string };

type SignalLine = Dated<Omit<SignalEntry, 's' | 'grade' | 'clue' | 'fields'>, 'day' | 'releasedOn'> &
  Partial<Pick<SignalEntry, 's' | 'grade'>>;
type ChangeLine = Dated<Omit<ChangeEntry, 'authorityRank'>, 'decidedOn' | 'releasedOn'> & Partial<Pick<ChangeEntry, 'authorityRank'>>;

/**
 * A ledger entry with what the fold needs and no more: what the policy says of it (score, grade by reporter, rank) is left out, and so
 * are the clue's quality and the closed fields, which no score looks at: a receipt is of E and its level, not of floors (decision 0033).
 */
export type ReceiptEntry =
  | SignalLine
  | ChangeLine
  | Dated<WithdrawalEntry, 'releasedOn'>
  | Dated<MitigationEntry, 'releasedOn'>
  | Dated<LinkEntry, 'releasedOn'>
  | Dated<Omit<CampaignEntry, 'texts' | 'accounts'>, 'releasedOn'>
  | Dated<PostHeldEntry, 'from' | 'releasedOn'>
  | Dated<PostLeftEntry, 'on' | 'releasedOn'>;

/** Field by field, so that nothing that a later entry may bring gets out unseen. */
export function toldEntry(entry: LedgerEntry): ReceiptEntry {
  const common = { id: entry.id, releasedOn: dateOf(entry.releasedOn) };
  switch (entry.kind) {
    case 'signal':
      return toldSignal(entry);
    case 'change':
      return toldChange(entry);
    case 'withdrawal':
      return { kind: entry.kind, ...common, target: entry.target, assignment: entry.assignment };
    case 'mitigation':
      return { kind: entry.kind, ...common, ...placedOf(entry), code: entry.code, targets: entry.targets, factor: entry.factor };
    case 'link':
      return { kind: entry.kind, ...common, matters: entry.matters };
    case 'campaign':
      return { kind: entry.kind, ...common, members: entry.members };
    case 'post-held':
      return { kind: entry.kind, ...common, post: entry.post, factors: entry.factors, from: dateOf(entry.from) };
    case 'post-left':
      return { kind: entry.kind, ...common, post: entry.post, on: dateOf(entry.on) };
  }
}

function toldSignal(entry: SignalEntry): SignalLine {
  const { kind, id, channel, group, matter, severity, status, halfLife, code, reporterKind, mitigation, anonymous } = entry;
  const own = bringsItsOwn(entry) ? { s: entry.s, grade: entry.grade } : {};
  const days = { day: dateOf(entry.day), releasedOn: dateOf(entry.releasedOn) };
  return {
    kind,
    id,
    ...placedOf(entry),
    ...days,
    channel,
    group,
    matter,
    severity,
    status,
    halfLife,
    code,
    reporterKind,
    mitigation,
    anonymous,
    ...own,
  };
}

function toldChange(entry: ChangeEntry): ChangeLine {
  const { kind, id, target, status, grade, authority, authorityRank } = entry;
  const own = authority === undefined ? { authorityRank } : { authority };
  const days = { decidedOn: dateOf(entry.decidedOn), releasedOn: dateOf(entry.releasedOn) };
  return { kind, id, ...placedOf(entry), target, status, grade, ...days, ...own };
}

const placedOf = ({ assignment, cause }: Placed): Placed => ({ assignment, cause });

/** Back again; what the policy says of it is still to be asked (`readableUnder`). */
export function ledgerEntry(told: ReceiptEntry): LedgerEntry {
  const releasedOn = dayOf(told.releasedOn);
  switch (told.kind) {
    case 'signal':
      return { s: 0, grade: 'F', ...told, day: dayOf(told.day), releasedOn };
    case 'change':
      return { authorityRank: -1, ...told, decidedOn: dayOf(told.decidedOn), releasedOn };
    case 'post-held':
      return { ...told, from: dayOf(told.from), releasedOn };
    case 'post-left':
      return { ...told, on: dayOf(told.on), releasedOn };
    case 'withdrawal':
    case 'mitigation':
    case 'link':
    case 'campaign':
      return { ...told, releasedOn };
  }
}
