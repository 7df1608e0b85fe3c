import { mayCarryPoints } from '#domain/points/carrying-codes';
import type { Finding } from '#domain/policy/policy-life';
import { finding } from '#domain/points/finding';
import { type KnownType, knownField, type KnownField } from '#domain/points/known-type';
import { type FieldCondition, isOfSignal, type Item, type OfSignal, type Scheme } from '#domain/points/scheme';
import { at } from '#domain/risk/json-shape';

/** Whether every signal that a scheme names exists, may carry points, is about its objects, and can be asked what it is asked. */
export function sourceFindings(scheme: Scheme, types: readonly KnownType[]): readonly Finding[] {
  return [
    ...scheme.items.flatMap((item, place) => ofItem(scheme, item, at('/items', place), types)),
    ...scheme.notCounted.flatMap((source, place) => ofSource(scheme, source, at('/notCounted', place), types)),
  ];
}

function ofItem(scheme: Scheme, item: Item, pointer: string, types: readonly KnownType[]): readonly Finding[] {
  const found = isOfSignal(item.of) ? ofSource(scheme, item.of, at(pointer, 'of'), types) : [];
  return [...found, ...ofEffects(item, at(pointer, 'effects'), types)];
}

function ofSource({ objects }: Scheme, { code, when = [] }: OfSignal, pointer: string, types: readonly KnownType[]): readonly Finding[] {
  const type = types.find((known) => known.code === code);
  if (type === undefined) return [finding(at(pointer, 'code'), 'unknown-code', code)];
  if (!mayCarryPoints(code)) return [finding(at(pointer, 'code'), 'unconfirmed-by-nature', type.label)];
  if (!type.about.some((object) => objects.includes(object))) return [finding(at(pointer, 'code'), 'not-about-object', type.label)];
  return when.flatMap((condition, place) => ofCondition(type, condition, at(at(pointer, 'when'), place)));
}

function ofCondition(type: KnownType, condition: FieldCondition, pointer: string): readonly Finding[] {
  const field = knownField(type, condition.field);
  if (field === undefined) return [finding(at(pointer, 'field'), 'unknown-fact-field', `${type.label} ${condition.field}`)];
  if ('is' in condition) return ofValues(field, condition.is, at(pointer, 'is'));
  const [range, place, fits] =
    'daysLate' in condition
      ? [condition.daysLate, at(pointer, 'daysLate'), field.kind === 'day']
      : [condition, pointer, field.kind === 'whole'];
  if (!fits) return [finding(pointer, 'condition-does-not-fit', field.label)];
  return isEmpty(range) ? [finding(place, 'range-is-empty')] : [];
}

export const isEmpty = ({ least, most }: { readonly least?: number; readonly most?: number }): boolean =>
  (least === undefined && most === undefined) || (least ?? 0) > (most ?? Infinity);

function ofValues(field: KnownField, values: readonly (string | boolean)[], pointer: string): readonly Finding[] {
  if (field.kind !== 'one-of' && field.kind !== 'yes-no') return [finding(pointer, 'condition-does-not-fit', field.label)];
  if (values.length === 0) return [finding(pointer, 'empty')];
  const sent: readonly (string | boolean)[] = field.kind === 'one-of' ? field.values : [true, false];
  return values.flatMap((value, place) => (sent.includes(value) ? [] : [finding(at(pointer, place), 'value-never-sent', field.label)]));
}

/** An end that stands in a field can only be taken from a day of the signal. */
function ofEffects({ of, effects = [] }: Item, pointer: string, types: readonly KnownType[]): readonly Finding[] {
  const type = isOfSignal(of) ? types.find(({ code }) => code === of.code) : undefined;
  return effects.flatMap(({ lasts }, place) => {
    if (lasts.kind !== 'field') return [];
    const isDay = type !== undefined && knownField(type, lasts.field)?.kind === 'day';
    return isDay ? [] : [finding(at(at(at(pointer, place), 'lasts'), 'field'), 'not-a-day-field', lasts.field)];
  });
}
