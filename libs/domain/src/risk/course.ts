import type { Day } from '#domain/calendar/day';
import { clockOf, type Clock } from '#domain/risk/decay';
import type { Span } from '#domain/risk/gauge';
import type { Laid, LaidLog } from '#domain/risk/lay';
import type { LedgerBook } from '#domain/risk/ledger-book';
import { downWhile, upUntil, type Level } from '#domain/risk/level';
import type { Policy } from '#domain/risk/policy';
import { lessened, Removals, type Removed } from '#domain/risk/removals';
import { oddsOf, oddsReaching, type Sums } from '#domain/risk/total';
import { BY_TIME, Follower, type LevelStep, NOWHERE, type Stand } from '#domain/risk/trail';

/** What the level went by at one moment: after an entry, on a day. */
interface Moment {
  /** Of the last entry that counts; −1 before the first. */
  readonly place: number;
  readonly day: Day;
  /** The first way of joining that holds. */
  readonly firstWay: number;
  readonly spans: readonly Span[];
  /** The lowest odds by any way are not below `low` and not above `high`. */
  readonly low: number;
  readonly high: number;
}

/** A level's way to a day, kept so that it can be gone again without some of the signals: only moments where they might matter are read. */
export class Course {
  readonly level: number;
  readonly enteredOn: Day;
  readonly steps: readonly LevelStep[];
  /** The greatest loss of odds that surely leaves the level no lower; −1 where none does. */
  readonly margin: number;
  readonly removals: Removals;
  /** All that was recorded. */
  readonly book: LedgerBook;
  private readonly laid: readonly Laid[];
  private readonly ways: number;
  private readonly before: Moment[] = [];
  private readonly after: Moment[] = [];
  private readonly stands: Stand[] = [];
  private readonly calm: boolean;
  /** From each place on, the least by which the odds could fall before the level went another way. */
  private readonly safety: number[] = [];
  private readonly exactly = new Map<string, Sums>();

  constructor(
    { laid, joinings, book }: LaidLog,
    private readonly until: Day,
    private readonly policy: Policy,
  ) {
    this.laid = laid.filter(({ day }) => day <= until);
    this.book = book;
    this.ways = joinings.length;
    this.removals = new Removals(this.laid, joinings, policy);
    const follower = new Follower(joinings, policy);
    this.follow(follower);
    const { level, enteredOn } = follower.fallTo(until);
    this.level = level;
    this.enteredOn = enteredOn;
    this.steps = follower.steps;
    this.before.push(this.momentOf(follower, this.laid.length - 1, until));
    this.margin = this.lastingMargin();
    this.calm = this.isCalm();
    this.measureSafety();
  }

  /** The level on the day, as if the removed had been taken back. */
  levelWithout(removed: Removed): number {
    if (this.calm && removed.bound <= this.margin) return this.level;
    const first = Math.min(this.laid.length, removed.firstPlace);
    let level: Level = this.standBefore(first);
    for (let place = first; place < this.laid.length; place += 1) {
      const was = this.standBefore(place);
      const isSame = level.level === was.level && level.enteredOn === was.enteredOn;
      if (isSame && removed.bound <= (this.safety[place] ?? 0)) return this.level;
      level = this.step(level, place, removed);
    }
    return this.down(level, this.before[this.laid.length], removed);
  }

  private follow(follower: Follower): void {
    let last: Moment | undefined;
    for (const [place, each] of this.laid.entries()) {
      const before = last?.day === each.day ? last : this.momentOf(follower, place - 1, each.day);
      this.stands.push(follower.take(each));
      const isSame = each.differences.length === 0 && !each.joins;
      last = isSame ? { ...before, place } : this.momentOf(follower, place, each.day);
      this.before.push(before);
      this.after.push(last);
    }
  }

  private standBefore(place: number): Stand {
    return this.stands[place - 1] ?? NOWHERE;
  }

  private step(from: Level, place: number, removed: Removed): Level {
    const down = { level: this.down(from, this.before[place], removed), enteredOn: from.enteredOn };
    const moment = this.after[place];
    return upUntil(down, (threshold) => this.isBelow(threshold, moment, removed), moment?.day ?? this.until, this.policy);
  }

  private down(from: Level, moment: Moment | undefined, removed: Removed): number {
    return downWhile(from, (threshold) => this.isBelow(threshold, moment, removed), moment?.day ?? this.until, this.policy);
  }

  private isBelow(threshold: number, moment: Moment | undefined, removed: Removed): boolean {
    if (moment === undefined) return true;
    const reaching = oddsReaching(threshold);
    if (moment.low - removed.bound >= reaching) return false;
    if (moment.high < reaching) return true;
    const clock = clockOf(this.policy, moment.day);
    return moment.spans.some((span, place) => {
      const way = moment.firstWay + place;
      const loss = this.removals.lossOf(removed, moment.place, way, clock);
      if (oddsOf(lessened(span.high, loss), this.policy) < reaching) return true;
      if (oddsOf(lessened(span.low, loss), this.policy) >= reaching) return false;
      return oddsOf(lessened(this.sumsOf(moment, way, clock), loss), this.policy) < reaching;
    });
  }

  private sumsOf({ place, day }: Moment, way: number, clock: Clock): Sums {
    const key = `${place} ${day} ${way}`;
    const known = this.exactly.get(key) ?? this.removals.sumsAfter(place, way, clock);
    this.exactly.set(key, known);
    return known;
  }

  private momentOf({ gauges }: Follower, place: number, day: Day): Moment {
    const spans = gauges.map((gauge) => gauge.spanOn(day));
    let low = Infinity;
    let high = Infinity;
    for (const { lowOdds, highOdds } of spans) {
      low = Math.min(low, lowOdds);
      high = Math.min(high, highOdds);
    }
    return { place, day, firstWay: this.ways - spans.length, spans, low, high };
  }

  /** Some moment entered the level, and none since came near its exit. */
  private lastingMargin(): number {
    const rule = this.policy.levels[this.level - 1];
    if (rule === undefined) return -1;
    const [enter, exit] = [oddsReaching(rule.enter), oddsReaching(rule.exit)];
    let lasting = Infinity;
    let best = -1;
    for (let place = this.laid.length - 1; place >= 0; place -= 1) {
      lasting = Math.min(lasting, (this.before[place + 1]?.low ?? 0) - exit);
      best = Math.max(best, Math.min(lasting, (this.after[place]?.low ?? 0) - enter));
    }
    return best;
  }

  /**
   * Whether no level was left within the dwell after the odds had reached it. Then no part of the log leads to a higher level than
   * the whole: who enters later has no dwell that would outlast the others' fall.
   */
  private isCalm(): boolean {
    return this.steps
      .filter(({ cause }) => cause === BY_TIME)
      .every((fall) => {
        const enter = oddsReaching(this.policy.levels[fall.level]?.enter ?? 0);
        const first = fall.day - this.policy.dwellDays;
        return this.after.every(({ day, high }) => day <= first || day > fall.day || high < enter);
      });
  }

  private measureSafety(): void {
    let least = this.slackAt(this.laid.length, this.level);
    for (let place = this.laid.length - 1; place >= 0; place -= 1) {
      least = Math.min(least, this.slackAt(place, this.stands[place]?.level ?? 0), this.slackOfRise(place));
      this.safety[place] = least;
    }
  }

  /** By how much the odds may be lower and the level still fall no further at an entry. Where it also rose, how far it fell is not kept. */
  private slackAt(place: number, stays: number): number {
    const was = this.standBefore(place);
    const moment = this.before[place];
    const asked = Math.min(was.level, stays);
    if (asked === 0 || moment === undefined || moment.day < was.enteredOn + this.policy.dwellDays) return Infinity;
    const slack = moment.low - oddsReaching(this.policy.levels[asked - 1]?.exit ?? 0);
    return this.rose(place) && asked < was.level ? -1 : slack;
  }

  /** By how much the odds may be lower and the level still rise as far. */
  private slackOfRise(place: number): number {
    const { level } = this.stands[place] ?? NOWHERE;
    return this.rose(place) ? (this.after[place]?.low ?? 0) - oddsReaching(this.policy.levels[level - 1]?.enter ?? 0) : Infinity;
  }

  private rose(place: number): boolean {
    const [was, is] = [this.standBefore(place), this.stands[place] ?? NOWHERE];
    return place < this.laid.length && (is.level > was.level || is.enteredOn !== was.enteredOn);
  }
}
