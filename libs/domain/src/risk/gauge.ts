import type { Day } from '#domain/calendar/day';
import { CellSums, type ChannelBounds } from '#domain/risk/cell-sums';
import { clockOf, daysAbove, type Clock } from '#domain/risk/decay';
import { compareText } from '#domain/risk/integers';
import { type Joining, joinedIn } from '#domain/risk/joining';
import { leftOf, readMatter, type MatterReading } from '#domain/risk/matter-reading';
import { isLeft, isSomething, nothingOf, withDifference, type Difference } from '#domain/risk/matters';
import { CHANNELS, HALF_LIVES, type Policy } from '#domain/risk/policy';
import type { MatterState } from '#domain/risk/subject-state';
import { bracketOf, footOf, taxed, type Bracket } from '#domain/risk/tax-brackets';
import { addSums, oddsOf, oddsReaching, scoreOfOdds, type Sums } from '#domain/risk/total';

/** Between which odds a subject lies, and by which sums. */
export interface Span {
  readonly low: Sums;
  readonly high: Sums;
  readonly lowOdds: number;
  readonly highOdds: number;
}

/** A matter of one cell, in the bracket in which it ends until the day on which to look again. */
interface Placed {
  readonly bracket: Bracket;
  readonly lookAgainOn: Day;
  /** Its y when it was placed: since then it has only fallen. */
  readonly most: number;
}

/** The odds of some matters on one day. */
interface Read {
  readonly clock: Clock;
  readonly readings: Map<string, MatterReading>;
  readonly sums: number[];
  corroborating: number;
}

/** Matters of several cells on the first and the last of some days: as time only lowers them, on the days between they are between. */
interface Window {
  readonly last: Day;
  readonly first: Read;
  readonly end: Read;
}

const WINDOW_DAYS = 32;

/**
 * The odds of a growing set of matters: exactly where they are asked for, and within bounds where a comparison is enough. Matters
 * of one cell are summed by bracket, within a hair; those of several cells, in which sources corroborate one another, are read
 * once in some weeks.
 */
export class Gauge {
  private readonly known = new Map<string, MatterState>();
  private readonly single = new Map<string, Placed>();
  /** Those of the single ones that end beyond the first bracket. */
  private readonly bent = new Map<string, MatterState>();
  private readonly several = new Map<string, MatterState>();
  private readonly due = new Map<Day, string[]>();
  private readonly cells: CellSums;
  /** Matters that have come to end in the first bracket since the day asked for before the last. */
  private readonly straightened = new Map<string, MatterState>();
  private settledOn: Day | undefined;
  private window: Window | undefined;
  /** What was said last; nothing has come since. */
  private told: { readonly day: Day; readonly span: Span } | undefined;

  constructor(
    readonly joining: Joining,
    private readonly policy: Policy,
  ) {
    this.cells = new CellSums(policy);
  }

  /** @param day not before that of any of the matters' signals; questions are of this day or later ones */
  static of(matters: readonly MatterState[], day: Day, policy: Policy): Gauge {
    const gauge = new Gauge(new Map(), policy);
    for (const matter of matters) gauge.put(matter, day);
    return gauge;
  }

  /** @param day that of the entry, not before that of any earlier one; questions are of this day or later ones */
  add(differences: readonly Difference[], day: Day): void {
    for (const each of differences.filter(isSomething)) {
      const matter = joinedIn(this.joining, each.signal.matter);
      this.put(withDifference(this.known.get(matter) ?? nothingOf(matter), each, this.policy), day);
    }
  }

  /** Ordered by matter. */
  matters(): readonly MatterState[] {
    return [...this.known.values()].toSorted((a, b) => compareText(a.matter, b.matter));
  }

  /** @param day not before any entry, nor any other day asked for here */
  spanOn(day: Day): Span {
    if (this.told?.day !== day) this.told = { day, span: this.measure(day) };
    return this.told.span;
  }

  private measure(day: Day): Span {
    this.settle(day);
    if (this.window === undefined || this.window.last < day) {
      const last = day + WINDOW_DAYS;
      this.window = { last, first: this.read(this.several.values(), day), end: this.read(this.several.values(), last) };
    }
    const { first, end } = this.window;
    return this.spanOf(this.cells.boundsOn(clockOf(this.policy, day)), end, first);
  }

  /** Whether E is below a threshold in milli-points, on the terms of `spanOn`. */
  isBelow(threshold: number, day: Day): boolean {
    return isBelowBy(this.spanOn(day), threshold, () => this.willBeBelow(threshold, day));
  }

  /** The same of any day since the last entry, before or after the one last asked for. */
  willBeBelow(threshold: number, day: Day): boolean {
    const read = this.read([...this.several.values(), ...this.bent.values()], day);
    const bounds = this.cells.boundsOn(read.clock, 0);
    if (this.settledOn !== undefined && day < this.settledOn) this.correct(bounds, read.clock);
    const span = this.spanOf(bounds, read, read);
    return isBelowBy(span, threshold, () => this.scoreOn(day) < threshold);
  }

  /** E in milli-points, by every matter. */
  scoreOn(day: Day): number {
    return scoreOfOdds(oddsOf(this.read(this.known.values(), day), this.policy));
  }

  /** Each matter, and what its y surely does not exceed from the last entry on. */
  *atMost(): Iterable<readonly [matter: MatterState, y: number]> {
    for (const [name, matter] of this.known) yield [matter, this.single.get(name)?.most ?? Infinity];
  }

  private put(matter: MatterState, day: Day): void {
    const name = matter.matter;
    this.told = undefined;
    this.takeOut(name);
    this.known.delete(name);
    if (!isLeft(matter)) return;
    this.known.set(name, matter);
    if (matter.cells.length > 1) {
      this.several.set(name, matter);
      this.readAgain(matter, day);
    } else this.place(matter, day);
  }

  private takeOut(name: string): void {
    const placed = this.single.get(name);
    const cell = this.known.get(name)?.cells[0];
    if (placed !== undefined && cell !== undefined) this.cells.takeOut(cell, placed.bracket);
    this.single.delete(name);
    this.bent.delete(name);
    if (!this.several.delete(name) || this.window === undefined) return;
    discount(this.window.first, name);
    discount(this.window.end, name);
  }

  private place(state: MatterState, day: Day): void {
    const { matter } = state;
    const [cell] = state.cells;
    if (cell === undefined) return;
    this.settledOn ??= day;
    const knee = this.policy.channels[cell.channel].matter;
    const left = leftOf(cell, clockOf(this.policy, day));
    const bracket = bracketOf(left, knee);
    this.cells.add(cell, bracket);
    const shortest = HALF_LIVES.find((_, place) => cell.sums[place] !== 0n) ?? 90;
    const lookAgainOn = bracket === 0 ? Infinity : day + Math.max(1, daysAbove(left, footOf(bracket, knee), shortest, this.policy));
    this.single.set(matter, { bracket, lookAgainOn, most: taxed(left, knee) });
    if (bracket === 0) return;
    this.bent.set(matter, state);
    const others = this.due.get(lookAgainOn);
    if (others === undefined) this.due.set(lookAgainOn, [matter]);
    else others.push(matter);
  }

  /** By this day some have fallen into a lower bracket. */
  private settle(day: Day): void {
    if (this.settledOn !== undefined && day > this.settledOn) this.straightened.clear();
    for (let each = this.settledOn ?? day; each <= day && this.due.size > 0; each += 1) {
      for (const name of this.due.get(each) ?? []) if (this.single.get(name)?.lookAgainOn === each) this.placeAgain(name, day);
      this.due.delete(each);
    }
    this.settledOn = day;
  }

  private placeAgain(name: string, day: Day): void {
    const matter = this.known.get(name);
    if (matter === undefined) return;
    this.takeOut(name);
    this.place(matter, day);
    if (!this.bent.has(name)) this.straightened.set(name, matter);
  }

  /** What ended in the first bracket only later was taxed on an earlier day. */
  private correct({ least, most }: ChannelBounds, clock: Clock): void {
    for (const matter of this.straightened.values()) {
      const [cell] = matter.cells;
      if (cell === undefined) continue;
      const place = CHANNELS.indexOf(cell.channel);
      const tax = leftOf(cell, clock) - readMatter(matter, clock, this.policy).y;
      least[place] = (least[place] ?? 0) - tax;
      most[place] = (most[place] ?? 0) - tax;
    }
  }

  private read(matters: Iterable<MatterState>, day: Day): Read {
    const read: Read = { clock: clockOf(this.policy, day), readings: new Map(), sums: [0, 0, 0, 0, 0, 0], corroborating: 0 };
    for (const matter of matters) count(read, readMatter(matter, read.clock, this.policy));
    return read;
  }

  private readAgain(matter: MatterState, day: Day): void {
    if (this.window === undefined || this.window.last < day) return;
    const { first, end } = this.window;
    count(first, readMatter(matter, clockOf(this.policy, day), this.policy));
    count(end, readMatter(matter, end.clock, this.policy));
  }

  private spanOf({ least, most }: ChannelBounds, low: Sums, high: Sums): Span {
    addSums(least, low.sums);
    addSums(most, high.sums);
    const [below, above] = [
      { sums: least, corroborating: low.corroborating },
      { sums: most, corroborating: high.corroborating },
    ];
    return { low: below, high: above, lowOdds: oddsOf(below, this.policy), highOdds: oddsOf(above, this.policy) };
  }
}

/** @param exactly asked only where the span does not decide */
export function isBelowBy({ lowOdds, highOdds }: Span, threshold: number, exactly: () => boolean): boolean {
  const reaching = oddsReaching(threshold);
  if (highOdds < reaching) return true;
  return lowOdds < reaching && exactly();
}

function count(read: Read, reading: MatterReading): void {
  read.readings.set(reading.matter, reading);
  read.corroborating += reading.corroborating;
  addSums(read.sums, reading.channels);
}

function discount(read: Read, matter: string): void {
  const reading = read.readings.get(matter);
  if (reading === undefined) return;
  read.readings.delete(matter);
  read.corroborating -= reading.corroborating;
  for (const [place, y] of reading.channels.entries()) read.sums[place] = (read.sums[place] ?? 0) - y;
}
