import type { PointsItem, PointsReading } from '#domain/points/points-on';
import type { Label, Scheme } from '#domain/points/scheme';
import { compareText } from '#domain/risk/integers';

/** What a published scheme says of a person, without a day: what is counted, and what follows. Milli-points. */
export interface OwnPoints {
  readonly title: Label;
  readonly value: number;
  readonly level: Label | undefined;
  readonly items: readonly { readonly label: Label; readonly points: number }[];
  readonly consequences: readonly Label[];
}

/**
 * Of a reading of points what stands and what is in force: each item one line, in an order that says nothing of what came first. What
 * waits for people is not told: its notice tells it.
 * @param reading of `ownFacts` and of what people entered: what members of a team or the public told an organ is no part of it
 * @see design risk-model 8 and 11
 */
export function ownPoints(scheme: Scheme, { value, level, items, consequences, day }: PointsReading): OwnPoints {
  return {
    title: scheme.title,
    value,
    level: level?.threshold.label,
    items: linesOf(items.filter(({ state }) => state === 'standing')),
    consequences: consequences
      .filter(({ from, until, consequence }) => from <= day && day < until && consequence.whom === 'subject')
      .map(({ consequence }) => consequence.label),
  };
}

function linesOf(standing: readonly PointsItem[]): OwnPoints['items'] {
  const byItem = Map.groupBy(standing, ({ bearer }) => bearer.item.key);
  return [...byItem]
    .toSorted(([a], [b]) => compareText(a, b))
    .flatMap(([, [first, ...others]]) => {
      if (first === undefined) return [];
      return [{ label: first.bearer.item.label, points: others.reduce((sum, { counted }) => sum + counted, first.counted) }];
    });
}
