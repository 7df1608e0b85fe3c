import { DIMENSIONS, type Dimension, dimensionOf, hasDimensions, isFirst } from '#domain/profile/supervised-on';
import type { ChannelPart, EventPart } from '#domain/risk/explain';

/** The parts of E that speak of one dimension, in milli-points, and how many signals they are. */
export interface DimensionPart {
  readonly dimension: Dimension;
  readonly part: number;
  readonly signals: number;
}

/** What a page shows first of one cadre. Nothing of it changes a number of the reading. */
export interface Profile {
  /** Signals of the types on which the category is supervised, the weightiest first. */
  readonly first: readonly EventPart[];
  /** Of a principal, in the order of the dimensions; empty for everybody else. */
  readonly dimensions: readonly DimensionPart[];
  /** Milli-points of E that speak of no dimension, corroboration among them: with the dimensions they are E exactly. */
  readonly rest: number;
}

/**
 * @param E milli-points
 * @param channels the tree of parts of that E
 * @see design risk-model 6, 11; domain signals 11.7
 */
export function profileOf(category: string, E: number, channels: readonly ChannelPart[]): Profile {
  const events = channels.flatMap(({ matters }) => matters.flatMap((matter) => matter.events));
  const first = events.filter(({ code }) => code !== undefined && isFirst(category, code)).toSorted(byWeight);
  const dimensions = hasDimensions(category) ? DIMENSIONS.map((dimension) => partOf(dimension, events)) : [];
  return { first, dimensions, rest: E - dimensions.reduce((sum, { part }) => sum + part, 0) };
}

function partOf(dimension: Dimension, events: readonly EventPart[]): DimensionPart {
  const speaking = events.filter(({ code }) => code !== undefined && dimensionOf(code) === dimension);
  return { dimension, part: speaking.reduce((sum, { part }) => sum + part, 0), signals: speaking.length };
}

const byWeight = (one: EventPart, other: EventPart): number => other.part - one.part || other.day - one.day || (one.id < other.id ? -1 : 1);
