import type { Day } from '#domain/calendar/day';
import { fallsWhile } from '#domain/risk/falls';
import { Gauge } from '#domain/risk/gauge';
import { isGrounded } from '#domain/risk/grounds';
import type { Joining } from '#domain/risk/joining';
import type { Laid, LaidLog } from '#domain/risk/lay';
import { downWhile, isGateOpen, upUntil, type Level } from '#domain/risk/level';
import type { Policy } from '#domain/risk/policy';
import { totalOn } from '#domain/risk/reading';
import type { Total } from '#domain/risk/total';

/** The cause of a step down that no entry caused. */
export const BY_TIME = 'time';

/** One step of the level. */
export interface LevelStep {
  readonly day: Day;
  /** Place in LEVEL_NAMES from this day on. */
  readonly level: number;
  /** The E that the level went by on that day, in milli-points. */
  readonly E: number;
  /** The id of the entry, or BY_TIME. */
  readonly cause: string;
}

/** Where the level stood after an entry. */
export interface Stand extends Level {
  readonly day: Day;
  /** On that day without the entry. */
  readonly before: number;
}

/** The way of a level through a log, up to a day. */
export interface Trail {
  /** After each entry processed by that day. */
  readonly stands: readonly Stand[];
  /** Up with the entry that caused it, down by time. */
  readonly steps: readonly LevelStep[];
  /** On the day itself. */
  readonly level: number;
  readonly enteredOn: Day;
  /** As after the last of these entries, one for each way of joining that still holds, the oldest first. */
  readonly gauges: readonly Gauge[];
}

/** Before the first entry. */
export const NOWHERE: Stand = { level: 0, enteredOn: 0, day: 0, before: 0 };

/**
 * @param until Infinity for the day of the last entry
 * @see design risk-model 7
 */
export function trail({ laid, joinings }: LaidLog, until: Day, policy: Policy): Trail {
  const follower = new Follower(joinings, policy);
  const stands: Stand[] = [];
  for (const each of laid) {
    if (each.day > until) break;
    stands.push(follower.take(each));
  }
  const { level, enteredOn } = follower.fallTo(until === Infinity ? (stands.at(-1)?.day ?? 0) : until);
  return { stands, steps: follower.steps, level, enteredOn, gauges: follower.gauges };
}

/** Steps down to the day of each entry, adds it, and steps up as far as E allows. */
export class Follower {
  /** One for each way of joining that still holds, the oldest first. */
  gauges: readonly Gauge[];
  readonly steps: LevelStep[] = [];
  private stand = NOWHERE;

  constructor(
    joinings: readonly Joining[],
    private readonly policy: Policy,
  ) {
    this.gauges = joinings.map((joining) => new Gauge(joining, policy));
  }

  /** @param laid in log order */
  take({ entry, day, differences, joins }: Laid): Stand {
    const down = this.fallTo(day);
    if (joins) this.gauges = this.gauges.slice(1);
    for (const gauge of this.gauges) gauge.add(differences, day);
    const up = differences.length === 0 && !joins ? down : upUntil(down, (threshold) => this.isBelow(threshold, day), day, this.policy);
    if (up.level > down.level) this.steps.push({ day, level: up.level, E: this.scoreOn(day), cause: entry.id });
    this.stand = { ...up, day, before: down.level };
    return this.stand;
  }

  /** What time has done by a day. */
  fallTo(day: Day): Level {
    const { stand, policy } = this;
    const level = downWhile(stand, (threshold) => this.isBelow(threshold, day), day, policy);
    if (level < stand.level) this.steps.push(...this.fallsUntil(day));
    return { level, enteredOn: stand.enteredOn };
  }

  /** Of the last entry. */
  get day(): Day {
    return this.stand.day;
  }

  /** Whether a 函询 may be proposed after the last entry. */
  get isGateOpen(): boolean {
    const { level, day } = this.stand;
    return isGateOpen(level, true) && this.gauges.every((gauge) => isGrounded(gauge, day, this.policy));
  }

  /** All matters after the last entry, by the way that gives the lowest of E. */
  get least(): Total {
    const totals = this.gauges.map((gauge) => totalOn(gauge.matters(), this.stand.day, this.policy));
    return totals.reduce((least, total) => (total.E < least.E ? total : least));
  }

  private fallsUntil(until: Day): LevelStep[] {
    const willBeBelow = (threshold: number, day: Day): boolean => this.gauges.some((gauge) => gauge.willBeBelow(threshold, day));
    return fallsWhile(willBeBelow, this.stand, this.stand.day, this.policy)
      .filter(({ day }) => day <= until)
      .map(({ level, day }) => ({ day, level: level - 1, E: this.scoreOn(day), cause: BY_TIME }));
  }

  private isBelow(threshold: number, day: Day): boolean {
    return this.gauges.some((gauge) => gauge.isBelow(threshold, day));
  }

  /** The lowest by any way. */
  private scoreOn(day: Day): number {
    return Math.min(...this.gauges.map((gauge) => gauge.scoreOn(day)));
  }
}
