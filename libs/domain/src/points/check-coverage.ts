import { mustBeNamed } from '#domain/points/carrying-codes';
import type { FieldValue } from '#domain/points/facts';
import type { Finding } from '#domain/policy/policy-life';
import { finding } from '#domain/points/finding';
import { type KnownField, type KnownType, knownField } from '#domain/points/known-type';
import { type Asked, isOf, SEVERITY } from '#domain/points/match-item';
import { type FieldCondition, isOfSignal, type OfSignal, type Scheme } from '#domain/points/scheme';
import { dateOf } from '#domain/calendar/day';
import { at } from '#domain/risk/json-shape';

const MOST_CASES = 5_000;
/** Of one type; an author who reads more than this has read enough. */
const MOST_TOLD = 20;
/** Any day will do: conditions ask only how far two days lie apart. */
const SOME_DAY = 10_000;

interface Entry {
  readonly source: OfSignal;
  readonly pointer: string;
}

/** One way a signal can look, as far as the conditions can tell. */
interface Case {
  readonly fact: Asked;
  /** What an author recognises it by. */
  readonly told: string;
  /** Whether it leaves a field out: then no condition on that field is met, and nothing need be said of it. */
  readonly leavesOut: boolean;
}

/**
 * Totality: each measure and sanction that the scheme's objects can have is named, and of each code that is named every case falls
 * under one entry alone. Cases are tried at all values that a condition names and just beside them, which is exact for ranges.
 * @see design risk-model 9
 */
export function coverageFindings(scheme: Scheme, types: readonly KnownType[]): readonly Finding[] {
  const entries = entriesOf(scheme);
  return types
    .filter(({ about }) => about.some((object) => scheme.objects.includes(object)))
    .flatMap((type) => {
      const own = entries.filter(({ source }) => source.code === type.code);
      if (own.length === 0) return mustBeNamed(type.code) ? [finding('/items', 'not-counted-nor-named', type.label)] : [];
      return ofType(type, own);
    });
}

function entriesOf({ items, notCounted }: Scheme): readonly Entry[] {
  return [
    ...items.flatMap(({ of }, place) => (isOfSignal(of) ? [{ source: of, pointer: at('/items', place) }] : [])),
    ...notCounted.map((source, place) => ({ source, pointer: at('/notCounted', place) })),
  ];
}

function ofType(type: KnownType, entries: readonly Entry[]): readonly Finding[] {
  const cases = casesOf(
    type,
    entries.flatMap(({ source }) => source.when ?? []),
  );
  if (cases === undefined) return [finding(entries[0]?.pointer ?? '/items', 'too-many-cases', type.label)];
  const found = cases.flatMap(({ fact, told, leavesOut }): Finding[] => {
    const fitting = entries.filter(({ source }) => isOf(source, fact));
    if (fitting.length === 0) return leavesOut ? [] : [finding('/items', 'not-counted-nor-named', told)];
    return fitting.slice(1, 2).map(({ pointer }) => finding(pointer, 'counted-twice', told));
  });
  return found.filter((each, place) => found.findIndex((other) => isSame(each, other)) === place).slice(0, MOST_TOLD);
}

/** Of entries that fit the same cases one is told; of cases that nothing fits, each. */
const isSame = (a: Finding, b: Finding): boolean =>
  a.pointer === b.pointer && a.code === b.code && (a.code === 'counted-twice' || a.zh === b.zh);

/** All combinations of the values that matter; undefined when they are too many. */
function casesOf(type: KnownType, conditions: readonly FieldCondition[]): readonly Case[] | undefined {
  const start: Case = {
    told: type.label,
    leavesOut: false,
    fact: { code: type.code, day: SOME_DAY, severity: type.severities[0] ?? 0, fields: {} },
  };
  let cases: readonly Case[] = [start];
  for (const name of new Set(conditions.map(({ field }) => field))) {
    const field = knownField(type, name);
    if (field === undefined) continue;
    const values = valuesOf(
      field,
      conditions.filter((condition) => condition.field === name),
    );
    cases = cases.flatMap((each) => values.map((value) => withValue(each, name, field, value)));
    if (cases.length > MOST_CASES) return undefined;
  }
  return cases;
}

function withValue(before: Case, name: string, { label }: KnownField, value: FieldValue | undefined): Case {
  if (value === undefined) return { ...before, leavesOut: true };
  const { fact, leavesOut } = before;
  const told = `${before.told} ${label}=${String(value)}`;
  if (name === SEVERITY) return { told, leavesOut, fact: { ...fact, severity: Number(value) } };
  return { told, leavesOut, fact: { ...fact, fields: { ...fact.fields, [name]: value } } };
}

function valuesOf(field: KnownField, conditions: readonly FieldCondition[]): readonly (FieldValue | undefined)[] {
  const absent = field.optional ? [undefined] : [];
  switch (field.kind) {
    case 'one-of':
      return [...field.values, ...absent];
    case 'yes-no':
      return [true, false, ...absent];
    case 'whole':
      return [...edges(conditions).filter((value) => value >= field.least && value <= field.most), field.least, field.most, ...absent];
    case 'day':
      return [...edges(conditions).map((late) => dateOf(SOME_DAY - late)), dateOf(SOME_DAY), ...absent];
  }
}

/** The ends of all ranges, and the whole numbers just outside of them. */
function edges(conditions: readonly FieldCondition[]): readonly number[] {
  const ends = conditions.flatMap((condition) => {
    const range = 'daysLate' in condition ? condition.daysLate : condition;
    const { least, most } = 'is' in range ? {} : range;
    return [...(least === undefined ? [] : [least - 1, least]), ...(most === undefined ? [] : [most, most + 1])];
  });
  return [...new Set(ends)];
}
