import type { PointsItem as ToldItem } from '#contracts/console/points';
import { dateOf, type Day } from '#domain/calendar/day';
import { decideEntry, type Entering } from '#domain/points/decide-entry';
import type { Step } from '#domain/points/facts';
import { openSteps } from '#domain/points/open-steps';
import type { PointsItem } from '#domain/points/points-on';
import { PointsRuleBroken } from '#domain/points/points-rule';
import type { Scheme } from '#domain/points/scheme';
import type { PointsEntryRow } from '#persistence/queries/points-queries';
import type { AsSentRow } from '#persistence/queries/subject-queries';
import { asSentOf } from '../explain-reading/as-sent';

/** Who asks, and what is known; `entering` is undefined of a day that is not today: then nothing can be entered. */
export interface Telling {
  readonly scheme: Scheme;
  readonly by: string;
  readonly entering: Entering | undefined;
  readonly entries: ReadonlyMap<string, PointsEntryRow>;
  readonly sent: ReadonlyMap<string, AsSentRow>;
}

export const dayText = (day: Day | undefined): string | null => (day === undefined ? null : dateOf(day));
/** The last day before the first on which something no longer holds. */
export const lastDay = (until: Day): string => dateOf(until - 1);

export function toldItem({ id, bearer, state, counted, until, awaits, due }: PointsItem, telling: Telling): ToldItem {
  const { fact, item, stage, points, mark, day, begins, confirmedBy, steps } = bearer;
  const { scheme, by, entering, entries } = telling;
  const card = scheme.marks.find(({ key }) => key === mark);
  return {
    id,
    label: item.label,
    stage,
    matter: fact.matter,
    day: dateOf(day),
    points,
    counted,
    mark: card === undefined ? null : { key: card.key, label: card.label, colour: card.colour },
    state,
    begins: dayText(begins),
    last: until === undefined ? null : lastDay(until),
    awaits: awaits ?? null,
    due: dayText(due),
    decidedBy: fact.kind === 'fact' ? fact.decidedBy : fact.by,
    confirmedBy: confirmedBy ?? null,
    sent: sentOf(fact.id, stage, fact, telling),
    note: entries.get(id)?.note ?? null,
    steps: steps.map((step) => toldStep(step, entries)),
    may: entering === undefined ? [] : [...openSteps(id, by, entering)],
    mayTakeBack: entering !== undefined && fitsTakingBack(id, by, entering),
  };
}

function sentOf(id: string, stage: number, fact: PointsItem['bearer']['fact'], { sent }: Telling): ToldItem['sent'] {
  const row = sent.get(id);
  return fact.kind !== 'fact' || stage > 0 || row === undefined ? null : asSentOf(fact.code, row);
}

function toldStep({ id, step, on, due, by }: Step, entries: ReadonlyMap<string, PointsEntryRow>): ToldItem['steps'][number] {
  const entry = entries.get(id);
  const at = entry?.at.toISOString() ?? '';
  return { id, step, on: dateOf(on), due: dayText(due), by, role: entry?.role ?? '', at, note: entry?.note ?? null };
}

function fitsTakingBack(target: string, by: string, entering: Entering): boolean {
  try {
    decideEntry({ kind: 'taken-back', id: '', target, enteredOn: entering.today, by }, entering);
    return true;
  } catch (error) {
    if (error instanceof PointsRuleBroken) return false;
    throw error;
  }
}
