import type { LevelName } from '#domain/risk/policy';

/** One signal that counts for less than when it was announced; told as it was announced. */
export interface LoweredReason {
  readonly eventId: string;
  readonly code: string;
  readonly channel: string;
  readonly matter: string;
  readonly statusWas: string;
  readonly statusIs: string;
  readonly gradeWas: string;
  readonly gradeIs: string;
  /** Of its contribution, in whole percent. */
  readonly leftPercent: number;
}

interface Reopened {
  /** The event that made it so, and the code that says why. */
  readonly correctedBy: string;
  readonly ground: string;
  /** `2026-04-27`, as announced. */
  readonly day: string;
  /** The reading after it. E and P in milli-points. */
  readonly level: LevelName;
  readonly e: number;
  readonly p: number;
  /** Whether level and gate are there after it. */
  readonly holds: boolean;
}

/** What stood behind passed gates of a cadre counts for less. */
export interface BasisAnnouncement extends Reopened {
  /** The same whenever it is delivered again. */
  readonly id: string;
  /** Events after which the gate was open and, by what is known now, was not. */
  readonly fallen: readonly string[];
  readonly lowered: readonly LoweredReason[];
}

/** What of it concerns one candidate. */
export interface BasisChange extends Reopened {
  /** Whether the very event that proposed the candidate would not have proposed it. */
  readonly causeFell: boolean;
  readonly lowered: readonly LoweredReason[];
}

/** A candidate as far as its basis goes. */
interface Founded {
  readonly cause: string;
  readonly snapshot: {
    readonly reasons: readonly { readonly eventId: string }[];
    readonly rest: { readonly count: number };
    readonly matters: readonly string[];
  };
  readonly laterEvents: readonly string[];
}

/**
 * What a candidate was proposed by, and what came to it since, of that which counts for less. A signal beyond the frozen reasons is
 * known by its matter alone: rather too often than never.
 * @returns undefined when nothing of it concerns the candidate
 */
export function basisChange(candidate: Founded, told: BasisAnnouncement): BasisChange | undefined {
  const { id: _, fallen, lowered, ...reopened } = told;
  const { reasons, rest, matters } = candidate.snapshot;
  const named = new Set([...reasons.map(({ eventId }) => eventId), ...candidate.laterEvents]);
  const mine = lowered.filter(({ eventId, matter }) => named.has(eventId) || (rest.count > 0 && matters.includes(matter)));
  const causeFell = fallen.includes(candidate.cause);
  return causeFell || mine.length > 0 ? { ...reopened, causeFell, lowered: mine } : undefined;
}
