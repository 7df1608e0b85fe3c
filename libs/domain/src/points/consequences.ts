import type { Day } from '#domain/calendar/day';
import { monthsAfter } from '#domain/calendar/months';
import type { Attainment } from '#domain/points/attainments';
import type { Begun } from '#domain/points/day-state';
import type { Consequence, Effect, Scheme } from '#domain/points/scheme';
import { effectEnd } from '#domain/points/windows';
import { dayIn } from '#domain/risk/closed-fields';
import { LONGEST_EFFECT_MONTHS } from '#domain/risk/floors';
import { compareText } from '#domain/risk/integers';

/** A consequence in force from one day through another. */
export interface ConsequenceSpan {
  readonly consequence: Consequence;
  readonly from: Day;
  /** The first day on which it no longer holds. */
  readonly until: Day;
  /** Keys of thresholds and ids of bearers from which it follows. */
  readonly causes: readonly string[];
}

/** What brings a consequence, before overlaps are settled. */
interface Trigger {
  readonly consequence: string;
  readonly cause: string;
  /** Two sanctions in one matter run side by side; none: every time by itself. */
  readonly matter?: string;
  readonly from: Day;
  readonly until: Day;
  readonly months?: number;
}

/**
 * What follows from items and thresholds. Every span has its end: of what stands or is met, the day on which it ends if nothing new
 * comes.
 */
export function consequencesOf(scheme: Scheme, begun: readonly Begun[], attained: readonly Attainment[]): readonly ConsequenceSpan[] {
  const triggers = [...begun.flatMap((bearer) => ofItem(scheme, bearer, begun)), ...attained.flatMap(ofThreshold)];
  return scheme.consequences.flatMap((consequence) => {
    const own = triggers.filter((trigger) => trigger.consequence === consequence.key && trigger.until > trigger.from);
    return settled(consequence, own.toSorted(inTurn));
  });
}

function ofItem(scheme: Scheme, bearer: Begun, begun: readonly Begun[]): readonly Trigger[] {
  if (bearer.stage > 0) return [];
  const { begins: from, fact, id: cause } = bearer;
  return (bearer.item.effects ?? []).flatMap(({ consequence, lasts }) => {
    const until = itemEffectEnd(scheme, lasts, bearer, begun);
    return until === undefined ? [] : [{ consequence, cause, matter: fact.matter, from, until, ...monthsOf(lasts) }];
  });
}

function itemEffectEnd(scheme: Scheme, lasts: Effect['lasts'], bearer: Begun, begun: readonly Begun[]): Day | undefined {
  if (lasts.kind === 'while') return standsUntil(scheme, bearer, begun);
  if (lasts.kind !== 'field') return effectEnd(lasts, bearer.begins);
  const last = bearer.fact.kind === 'fact' ? dayIn(bearer.fact.fields, lasts.field) : undefined;
  return last === undefined ? undefined : Math.min(last + 1, monthsAfter(bearer.begins, LONGEST_EFFECT_MONTHS));
}

/** Until it lies outside the shown window, or something heavier of its matter stands beside it there. */
function standsUntil({ windows }: Scheme, bearer: Begun, begun: readonly Begun[]): Day {
  const endOf = ({ ends, begins }: Begun): Day => ends.get(windows[0]?.key ?? '') ?? begins;
  const heavier = begun.filter(({ fact, points, id }) => fact.matter === bearer.fact.matter && id !== bearer.id && points > bearer.points);
  const beside = heavier.flatMap((other) => {
    const from = Math.max(other.begins, bearer.begins);
    return from < endOf(other) ? [from] : [];
  });
  return Math.min(endOf(bearer), ...beside);
}

function ofThreshold({ threshold, from, until: unmet }: Attainment): readonly Trigger[] {
  return threshold.effects.map(({ consequence, lasts }) => {
    const until = effectEnd(lasts, from) ?? unmet;
    return { consequence, cause: threshold.key, from, until, ...monthsOf(lasts) };
  });
}

const monthsOf = (lasts: Effect['lasts']): { months?: number } => (lasts.kind === 'months' ? { months: lasts.months } : {});

function inTurn(a: Trigger, b: Trigger): number {
  return a.from - b.from || a.until - b.until || compareText(a.cause, b.cause);
}

/** @param triggers of one consequence, in turn */
function settled(consequence: Consequence, triggers: readonly Trigger[]): readonly ConsequenceSpan[] {
  const spans: ConsequenceSpan[] = [];
  for (const trigger of consequence.overlap === 'add' ? sideBySide(triggers) : triggers) {
    const last = spans.at(-1);
    if (last === undefined || trigger.from >= last.until) {
      spans.push({ consequence, from: trigger.from, until: trigger.until, causes: [trigger.cause] });
      continue;
    }
    const until = consequence.overlap === 'add' ? added(consequence, last, trigger) : Math.max(last.until, trigger.until);
    spans.splice(-1, 1, { ...last, until, causes: [...new Set([...last.causes, trigger.cause])] });
  }
  return spans;
}

/**
 * What remains and the new, at the latest so many months after the new began.
 * @see domain safeguards 9: XTJ-10; 行政机关公务员处分条例 art. 10, cap 48 months
 */
function added({ mostMonths }: Consequence, last: ConsequenceSpan, trigger: Trigger): Day {
  const until = trigger.months === undefined ? last.until + trigger.until - trigger.from : monthsAfter(last.until, trigger.months);
  return mostMonths === undefined ? until : Math.max(last.until, Math.min(until, monthsAfter(trigger.from, mostMonths)));
}

/** Of one matter that brings the consequence several times while it lasts, one trigger: the longest. */
function sideBySide(triggers: readonly Trigger[]): readonly Trigger[] {
  const kept: Trigger[] = [];
  for (const trigger of triggers) {
    const place = kept.findIndex(({ matter, until }) => matter !== undefined && matter === trigger.matter && trigger.from < until);
    const earlier = kept[place];
    if (earlier === undefined) kept.push(trigger);
    else if (trigger.until > earlier.until) kept.splice(place, 1, { ...earlier, until: trigger.until, months: undefined });
  }
  return kept;
}
