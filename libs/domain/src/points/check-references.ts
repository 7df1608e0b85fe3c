import type { Finding } from '#domain/policy/policy-life';
import { finding } from '#domain/points/finding';
import type { FindingCode } from '#domain/points/finding-sentences';
import type { Condition, Effect, Item, Scheme } from '#domain/points/scheme';
import { isOfSignal } from '#domain/points/scheme';
import { at } from '#domain/risk/json-shape';

type Keyed = readonly { readonly key: string }[];

/** Keys once each, and nothing named that is not there. */
export function referenceFindings(scheme: Scheme): readonly Finding[] {
  return [
    ...(['windows', 'marks', 'items', 'consequences', 'thresholds'] as const).flatMap((list) => twice(`/${list}`, scheme[list])),
    ...(['objects', 'windows', 'items', 'thresholds'] as const).flatMap((list) =>
      scheme[list].length === 0 ? [finding(`/${list}`, 'empty')] : [],
    ),
    ...measuresTwice(scheme.items),
    ...scheme.items.flatMap((item, place) => ofItem(scheme, item, at('/items', place))),
    ...scheme.thresholds.flatMap((threshold, place) => ofThreshold(scheme, place, threshold)),
    ...unused(scheme),
  ];
}

function twice(pointer: string, list: Keyed): readonly Finding[] {
  return list.flatMap(({ key }, place) =>
    list.findIndex((other) => other.key === key) === place ? [] : [finding(at(pointer, place), 'named-twice', key)],
  );
}

function measuresTwice(items: readonly Item[]): readonly Finding[] {
  const measures = items.map(({ of }) => (isOfSignal(of) ? undefined : of.measure));
  return measures.flatMap((measure, place) =>
    measure === undefined || measures.indexOf(measure) === place
      ? []
      : [finding(at(at('/items', place), 'of'), 'measure-named-twice', measure)],
  );
}

const has = (list: Keyed, key: string): boolean => list.some((each) => each.key === key);

function ofItem(scheme: Scheme, item: Item, pointer: string): readonly Finding[] {
  const marks = [
    [at(pointer, 'mark'), item.mark] as const,
    ...(item.escalation ?? []).map(({ mark }, place) => [at(at(at(pointer, 'escalation'), place), 'mark'), mark] as const),
  ];
  return [
    ...marks.flatMap(([where, mark]) => (mark === undefined || has(scheme.marks, mark) ? [] : [finding(where, 'unknown-mark', mark)])),
    ...ofEffects(scheme, item.effects ?? [], at(pointer, 'effects')),
    ...(item.most !== undefined && item.most < item.points ? [finding(at(pointer, 'most'), 'cap-below-points')] : []),
    ...ofEscalation(scheme, item, at(pointer, 'escalation')),
  ];
}

/** Each stage weighs at least what the one before weighs. */
function ofEscalation({ marks }: Scheme, item: Item, pointer: string): readonly Finding[] {
  const rank = (mark: string | undefined): number => marks.findIndex(({ key }) => key === mark);
  const stages = [{ mark: item.mark, points: item.points }, ...(item.escalation ?? [])];
  return stages.slice(1).flatMap((stage, place) => {
    const before = stages[place];
    const lighter = before !== undefined && (stage.points < before.points || rank(stage.mark) <= rank(before.mark));
    return lighter ? [finding(at(pointer, place), 'escalation-is-lighter')] : [];
  });
}

function ofEffects({ consequences }: Scheme, effects: readonly Effect[], pointer: string): readonly Finding[] {
  return effects.flatMap(({ consequence }, place) =>
    has(consequences, consequence) ? [] : [finding(at(at(pointer, place), 'consequence'), 'unknown-consequence', consequence)],
  );
}

function ofThreshold(scheme: Scheme, place: number, { anyOf, effects }: Scheme['thresholds'][number]): readonly Finding[] {
  const pointer = at('/thresholds', place);
  const earlier = scheme.thresholds.slice(0, place);
  return [
    ...(anyOf.length === 0 ? [finding(at(pointer, 'anyOf'), 'empty')] : []),
    ...anyOf.flatMap((condition, nth) => ofCondition(scheme, condition, at(at(pointer, 'anyOf'), nth), earlier)),
    ...ofEffects(scheme, effects, at(pointer, 'effects')),
  ];
}

function ofCondition(scheme: Scheme, condition: Condition, pointer: string, earlier: Keyed): readonly Finding[] {
  const found: Finding[] = [];
  if (!has(scheme.windows, condition.window)) found.push(finding(at(pointer, 'window'), 'unknown-window', condition.window));
  if ('mark' in condition && !has(scheme.marks, condition.mark)) found.push(finding(at(pointer, 'mark'), 'unknown-mark', condition.mark));
  if (condition.kind === 'reached' && !has(earlier, condition.threshold))
    found.push(finding(at(pointer, 'threshold'), 'unknown-threshold', condition.threshold));
  return found;
}

/** What is defined and never used is most likely a slip of the pen. */
function unused(scheme: Scheme): readonly Finding[] {
  const conditions = scheme.thresholds.flatMap(({ anyOf }) => anyOf);
  const given = scheme.items.flatMap(({ mark, escalation = [] }) => [mark, ...escalation.map((stage) => stage.mark)]);
  const brought = [...scheme.items.flatMap(({ effects = [] }) => effects), ...scheme.thresholds.flatMap(({ effects }) => effects)];
  const leftOut = (list: 'windows' | 'marks' | 'consequences', used: readonly (string | undefined)[], code: FindingCode): Finding[] =>
    scheme[list].flatMap(({ key }, place) => (used.includes(key) ? [] : [finding(at(`/${list}`, place), code, key)]));
  return [
    ...leftOut('marks', given, 'mark-never-given'),
    ...leftOut(
      'consequences',
      brought.map(({ consequence }) => consequence),
      'consequence-never-follows',
    ),
    ...leftOut('windows', [scheme.windows[0]?.key, ...conditions.map(({ window }) => window)], 'window-never-used'),
  ];
}
