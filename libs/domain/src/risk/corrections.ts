import type { Applied } from '#domain/risk/advance';
import type { KnownEdge } from '#domain/risk/known-history';

/** What the alert of one event has to say instead of what it said. */
export interface Correction {
  /** The event whose alert it is. */
  readonly cause: string;
  /** Undefined where nothing was told: the level had been reached before, by what has fallen away. */
  readonly said: KnownEdge | undefined;
  /** Undefined where the event raised nothing. */
  readonly now: KnownEdge | undefined;
  /** The edge by which the level that was told was reached all the same, on that day or a later one. */
  readonly later: KnownEdge | undefined;
  /** Whether the level is higher by it than it was just before: it has to alarm like an alert. */
  readonly raises: boolean;
}

/** The edges of one subject by what was known before an event, and by what is known with it. */
export interface KnownEdges {
  readonly before: readonly KnownEdge[];
  readonly now: readonly KnownEdge[];
}

/** What is to be told after one event. */
export interface Telling {
  readonly raised: KnownEdge | undefined;
  readonly corrections: readonly Correction[];
}

/**
 * What is to be told of levels after an event that reopens earlier ones: its own edge, as known now, where it raised the level, and a
 * correction of each alert that says something else than the history now known. Told and corrections together are then that history.
 * Where the level is higher than just before though no event of today raised it, since what had lowered it was taken back, the
 * correction of the alert by which it stands says so.
 * @param told what the alerts of this subject say up to here
 * @param known the edges before and with the event
 * @see design risk-model 7: the level is as if the rest had never come; 14: alerts are corrected
 */
export function tellReopened(cause: string, { edge }: Applied, told: readonly KnownEdge[], known: KnownEdges): Telling {
  const own = edge && known.now.find((each) => each.cause === cause);
  const corrections = correctionsOf(own === undefined ? told : [...told, own], known);
  return { raised: own, corrections: edge !== undefined && own === undefined ? withRise(corrections, told, known.now) : corrections };
}

/** The level stands by the last upward step. */
function withRise(corrections: readonly Correction[], told: readonly KnownEdge[], now: readonly KnownEdge[]): readonly Correction[] {
  const last = now.at(-1);
  if (last === undefined) return corrections;
  const { cause } = last;
  if (!corrections.some((each) => each.cause === cause)) {
    const standing = told.find((each) => each.cause === cause) ?? last;
    return [...corrections, { cause, said: standing, now: standing, later: undefined, raises: true }];
  }
  return corrections.map((each) => (each.cause === cause ? { ...each, raises: true } : each));
}

/** What was known already and not told, a change of policy brought: that is no event's doing. */
function correctionsOf(told: readonly KnownEdge[], { before, now: known }: KnownEdges): readonly Correction[] {
  const nowOf = new Map(known.map((edge) => [edge.cause, edge]));
  const settled = new Set([...told, ...before].map(({ cause }) => cause));
  const changed = told.flatMap((said) => correctionOf(said, nowOf.get(said.cause), known) ?? []);
  const arisen = known
    .filter(({ cause }) => !settled.has(cause))
    .map((now) => ({ cause: now.cause, said: undefined, now, later: undefined, raises: false }));
  return [...changed, ...arisen];
}

function correctionOf(said: KnownEdge, now: KnownEdge | undefined, known: readonly KnownEdge[]): Correction | undefined {
  const { cause } = said;
  if (now !== undefined && isSame(said, now)) return undefined;
  const later = now !== undefined && now.to >= said.to ? undefined : known.find((edge) => reachesLater(edge, said));
  return { cause, said, now, later, raises: false };
}

function reachesLater(edge: KnownEdge, said: KnownEdge): boolean {
  return edge.cause !== said.cause && edge.day >= said.day && edge.from < said.to && edge.to >= said.to;
}

function isSame(one: KnownEdge, other: KnownEdge): boolean {
  return (['from', 'to', 'day', 'E', 'P'] as const).every((field) => one[field] === other[field]);
}
