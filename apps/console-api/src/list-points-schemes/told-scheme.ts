import type { PointsSchemeRow } from '#contracts/console/points';
import { isOfSignal } from '#domain/points/scheme';
import type { NamedScheme } from '#persistence/points-schemes';

/** A scheme as pages need it: what it is called, its levels, and what people may enter for it. */
export function toldScheme({ hash, scheme }: NamedScheme): PointsSchemeRow {
  const { name, title, source, notes, objects, start, thresholds, items } = scheme;
  return {
    name,
    hash,
    title,
    source,
    notes: [...notes],
    objects: [...objects],
    start,
    thresholds: thresholds.map(({ key, label, colour }) => ({ key, label, colour })),
    measures: items.flatMap(({ of, label, points }) =>
      isOfSignal(of) ? [] : [{ measure: of.measure, label, numbered: of.numbered ?? null, points }],
    ),
  };
}
