import type { Principal } from '#access/principals';
import type { EnteredPoints, NewPointsEntry } from '#contracts/console/points';
import { type Day, dayOf } from '#domain/calendar/day';
import { decideEntry, type Entry } from '#domain/points/decide-entry';
import type { EnteredFact, PointsFact } from '#domain/points/facts';
import { pointsOn } from '#domain/points/points-on';
import { keepEntry, keepPoints, lockPoints, readEntries, todayOf } from '#persistence/points-rows';
import { type NamedScheme, pointsSchemesInForce } from '#persistence/points-schemes';
import type { Transaction } from '#persistence/transaction';
import { currentTrace } from '#platform/trace/trace-context';
import { decidedFacts, schemesFor } from '../keep-points/read-points';
import { liveSlot } from '../reading-slots/reading-slot';
import { knownOtherwise, matterNotFound, otherObject, schemeNotLive } from './points-problems';

/**
 * Keeps what a person entered about a subject, with the reading that follows, in one transaction.
 * @throws PointsRuleBroken, Problem
 */
export async function enterPoints(tx: Transaction, subject: string, asked: NewPointsEntry, by: Principal): Promise<EnteredPoints> {
  const named = await liveScheme(tx, subject, asked.scheme);
  const today = await todayOf(tx);
  const facts = await factsUnderLock(tx, subject, asked.scheme);
  const entry = entryOf(asked, facts, { by: by.id, today });
  if (isOther(entry, facts, today)) throw knownOtherwise();
  const kept = decideEntry(entry, { scheme: named.scheme, facts, role: by.role, today });
  const common = { subject, scheme: asked.scheme, note: asked.note ?? null, role: by.role, traceId: currentTrace()?.traceId ?? '' };
  for (const body of kept) if (!(await keepEntry(tx, { ...common, body }))) throw knownOtherwise();
  const reading = pointsOn(named.scheme, [...facts, ...kept], today);
  await keepPoints(tx, [{ subject, named, reading }]);
  return { id: asked.id, value: reading.value, threshold: reading.level?.threshold.key ?? null };
}

/** All that is known of the subject under the scheme; nothing else of it is read or entered until the transaction ends. */
async function factsUnderLock(tx: Transaction, subject: string, scheme: string): Promise<readonly PointsFact[]> {
  await lockPoints(tx, [subject]);
  const { policy } = await liveSlot(tx);
  const decided = await decidedFacts(tx, [subject], policy);
  const entered = await readEntries(tx, [subject]);
  return [...(decided.get(subject) ?? []), ...entered(subject, scheme)];
}

/** Whether something else is known under the id; the day of the entry is that of the first time. */
function isOther(entry: Entry, facts: readonly PointsFact[], today: Day): boolean {
  const known = facts.find(({ id }) => id === entry.id);
  if (known === undefined) return false;
  const enteredOn = 'enteredOn' in known ? known.enteredOn : today;
  return JSON.stringify(known) !== JSON.stringify({ ...entry, enteredOn });
}

async function liveScheme(tx: Transaction, subject: string, name: string): Promise<NamedScheme> {
  const named = (await pointsSchemesInForce(tx)).find(({ scheme }) => scheme.name === name);
  if (named === undefined) throw schemeNotLive();
  if (schemesFor(subject, [named]).length === 0) throw otherObject();
  return named;
}

function entryOf(asked: NewPointsEntry, facts: readonly PointsFact[], { by, today }: { by: string; today: Day }): Entry & EnteredFact {
  const common = { id: asked.id, enteredOn: today, by };
  switch (asked.kind) {
    case 'measure': {
      const { kind, measure, day, number } = asked;
      const matter = asked.sameMatterAs === undefined ? `entered/${asked.id}` : matterOf(asked.sameMatterAs, facts);
      return { kind, measure, day: dayOf(day), matter, ...(number === undefined ? {} : { number }), ...common };
    }
    case 'step': {
      const { kind, target, step, on, due } = asked;
      return { kind, target, step, on: dayOf(on), ...(due === undefined ? {} : { due: dayOf(due) }), ...common };
    }
    case 'taken-back':
      return { kind: 'taken-back', target: asked.target, ...common };
  }
}

function matterOf(id: string, facts: readonly PointsFact[]): string {
  const fact = facts.find((each) => each.id === id);
  if (fact === undefined || !('matter' in fact)) throw matterNotFound();
  return fact.matter;
}
