import type { PointsReading } from '#domain/points/points-on';
import type { Label, Scheme } from '#domain/points/scheme';

/** What a published scheme says of a person, without a day: what is counted, and what follows. Milli-points. */
export interface OwnPoints {
  readonly title: Label;
  readonly value: number;
  readonly level: Label | undefined;
  readonly items: readonly { readonly label: Label; readonly points: number }[];
  readonly consequences: readonly Label[];
}

/**
 * Of a reading of points what stands and what is in force. No petition and no report of the media can carry points, so the value is
 * the one that officers see. What waits for people is not told: its notice tells it.
 * @see design risk-model 8 and 11
 */
export function ownPoints(scheme: Scheme, { value, level, items, consequences, day }: PointsReading): OwnPoints {
  return {
    title: scheme.title,
    value,
    level: level?.threshold.label,
    items: items.filter(({ state }) => state === 'standing').map(({ bearer, counted }) => ({ label: bearer.item.label, points: counted })),
    consequences: consequences
      .filter(({ from, until, consequence }) => from <= day && day < until && consequence.whom === 'subject')
      .map(({ consequence }) => consequence.label),
  };
}
