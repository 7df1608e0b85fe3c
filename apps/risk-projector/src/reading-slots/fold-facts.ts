import { foldSubject } from '#domain/risk/fold';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import { EMPTY_STATE } from '#domain/risk/subject-state';
import { projectSubject } from '../project-signals/project-subject';
import { foldablesOf, type PlacedFact } from './placed-fact';
import type { Standing } from './reading-rows';

/**
 * Where all facts of a subject lead, in one pass: the same as folding them one after another as they came, the first that cannot be
 * read included, for which it and all that follow wait. Pure.
 * @param facts in log order, each once, at least one
 */
export function foldFacts(subject: string, facts: readonly PlacedFact[], policy: Policy): Standing {
  const unread = facts.findIndex(({ entries }) => entries === undefined);
  const readable = facts.slice(0, unread === -1 ? facts.length : unread);
  const entries = readable.flatMap((fact) => fact.entries ?? []);
  if (!entries.every(isPlain)) return foldInTurn(subject, facts, policy);
  const state = entries.length === 0 ? EMPTY_STATE : foldSubject(entries, policy);
  return { subject, state, lastEvent: lastOf(facts), blockedBy: facts[unread]?.eventId ?? null };
}

/** The fold refuses days out of range: whom that happens to is folded event by event, up to there. */
function isPlain(entry: LedgerEntry): boolean {
  return entry.kind !== 'signal' || (entry.day >= 0 && entry.day <= entry.releasedOn);
}

function foldInTurn(subject: string, facts: readonly PlacedFact[], policy: Policy): Standing {
  const start = { subject, state: EMPTY_STATE, blockedBy: null };
  const { state, blockedBy } = projectSubject(start, facts.flatMap(foldablesOf), [], policy);
  return { subject, state, lastEvent: lastOf(facts), blockedBy };
}

function lastOf(facts: readonly PlacedFact[]): string {
  const last = facts.at(-1);
  if (last === undefined) throw new RangeError('a subject has a fact');
  return last.eventId;
}
