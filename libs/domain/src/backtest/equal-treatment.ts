import { CHANNELS, LEVEL_NAMES } from '#domain/risk/policy';
import type { Reading } from '#domain/risk/reading';

const INQUIRY = LEVEL_NAMES.indexOf('inquiry');

/** Where a cadre stands, by the registry of the day of the backtest. */
export interface Bearings {
  readonly unit: string;
  /** The unit below the top of the tree under which the post is. */
  readonly region: string;
  readonly category: string;
  /** 一把手, or another post. */
  readonly rank: 'principal' | 'other';
}

export const DIMENSIONS = ['unit', 'region', 'category', 'rank', 'channel'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** People of one group, and how many of them stand at 函询 or above; of a channel, those to whose score it contributes. */
export interface GroupCount {
  readonly people: number;
  readonly before: number;
  readonly after: number;
}

/** By name. */
export type Groups = Readonly<Record<string, GroupCount>>;
export type Treatment = Readonly<Record<Dimension, Groups>> & {
  /** By unit, for those in which somebody stands. */
  readonly regionOf: Readonly<Record<string, string>>;
};
export const NO_TREATMENT: Treatment = { unit: {}, region: {}, category: {}, rank: {}, channel: {}, regionOf: {} };

export function addTreatment(treatment: Treatment, bearings: Bearings, was: Reading, is: Reading): Treatment {
  const added = { people: 1, before: was.level >= INQUIRY ? 1 : 0, after: is.level >= INQUIRY ? 1 : 0 };
  const contributing = CHANNELS.filter((channel) => was.channels[channel] > 0 || is.channels[channel] > 0);
  return {
    unit: plus(treatment.unit, [bearings.unit], added),
    region: plus(treatment.region, [bearings.region], added),
    category: plus(treatment.category, [bearings.category], added),
    rank: plus(treatment.rank, [bearings.rank], added),
    channel: plus(treatment.channel, contributing, added),
    regionOf: { ...treatment.regionOf, [bearings.unit]: bearings.region },
  };
}

function plus(groups: Groups, names: readonly string[], { people, before, after }: GroupCount): Groups {
  const known = new Map(Object.entries(groups));
  const of = (name: string): GroupCount => known.get(name) ?? { people: 0, before: 0, after: 0 };
  const sums = names.map((name) => {
    const was = of(name);
    return [name, { people: was.people + people, before: was.before + before, after: was.after + after }] as const;
  });
  return { ...groups, ...Object.fromEntries(sums) };
}
