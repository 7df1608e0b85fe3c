import type { Clock } from '#domain/risk/decay';
import { OUTSIDE_GROUPS } from '#domain/risk/independence-group';
import { quotient } from '#domain/risk/integers';
import type { Joining } from '#domain/risk/joining';
import type { Laid } from '#domain/risk/lay';
import { readMatter } from '#domain/risk/matter-reading';
import { isSomething, withDifference, type Difference } from '#domain/risk/matters';
import { MattersOverTime } from '#domain/risk/matters-over-time';
import type { Policy } from '#domain/risk/policy';
import type { MatterState } from '#domain/risk/subject-state';
import { MOST_CORROBORATION, type Sums } from '#domain/risk/total';

/** What an entry brought to a matter, at its place in the log. */
interface Brought {
  readonly place: number;
  readonly difference: Difference;
}

type ByMatter = ReadonlyMap<string, readonly Brought[]>;

/** What is thought away: everything that some signals brought. */
export class Removed {
  private readonly known: ByMatter[] = [];
  private readonly rests = new Map<MatterState, MatterState>();

  constructor(
    readonly brought: readonly Brought[],
    /** Not less than what the odds lose without it at any moment, where no other voice counts only because of it. */
    readonly weight: number,
    /** Whether other voices may count only because of it. */
    readonly vouches: boolean,
    private readonly ways: readonly MattersOverTime[],
  ) {}

  /** Not less than what the odds lose without it, at any moment. */
  get bound(): number {
    return this.weight + (this.vouches ? MOST_CORROBORATION : 0);
  }

  /** The first entry that would have brought nothing, or less. */
  get firstPlace(): number {
    return Math.min(...this.brought.map(({ place }) => place));
  }

  /** By matter, as one way joins them. */
  by(way: number): ByMatter {
    const known = this.known[way] ?? Map.groupBy(this.brought, ({ difference }) => this.ways[way]?.nameOf(difference) ?? '');
    this.known[way] = known;
    return known;
  }

  /**
   * What is left of a matter; from one moment to the next it is mostly the same.
   * @param gone what had been brought to it: whatever is brought makes another state of it
   */
  restOf(state: MatterState, gone: readonly Brought[], policy: Policy): MatterState {
    const rest =
      this.rests.get(state) ?? netOf(gone).reduce((left, difference) => withDifference(left, negated(difference), policy), state);
    this.rests.set(state, rest);
    return rest;
  }
}

/** Rounding in what one difference does to the odds. */
const ROUNDING = 4;

/** What a log would lose without some of its signals, at any of its entries and on any day after it. */
export class Removals {
  /** How many matters have been read for it. */
  reads = 0;
  private readonly ways: readonly MattersOverTime[];
  private readonly bySignal: ReadonlyMap<string, readonly Brought[]>;
  private readonly known = new Map<readonly string[], Removed>();

  constructor(
    laid: readonly Laid[],
    joinings: readonly Joining[],
    private readonly policy: Policy,
  ) {
    this.ways = joinings.map((joining) => new MattersOverTime(laid, joining, policy));
    const brought = laid.flatMap(({ differences }, place) => differences.map((difference): Brought => ({ place, difference })));
    this.bySignal = Map.groupBy(brought, ({ difference }) => difference.signal.id);
  }

  /** All that these signals brought; asked again with the same list, the same. */
  of(ids: readonly string[]): Removed {
    const known = this.known.get(ids) ?? this.weighed(ids);
    this.known.set(ids, known);
    return known;
  }

  private weighed(ids: readonly string[]): Removed {
    const brought = ids.flatMap((id) => this.bySignal.get(id) ?? []);
    const odds = brought.reduce((sum, { difference }) => sum + Math.max(0, difference.odds), 0);
    const vouches = brought.some(({ difference }) => this.mayVouch(difference));
    // Brackets and caps give back no more than was taken; agreement gives half of it at most, and all when a voice falls silent.
    return new Removed(brought, quotient(3 * odds, 2) + ROUNDING * brought.length, vouches, this.ways);
  }

  /** Several at once. */
  together(all: readonly Removed[]): Removed {
    const brought = all.flatMap((each) => each.brought);
    const weight = all.reduce((sum, each) => sum + each.weight, 0);
    const vouches = all.some((each) => each.vouches);
    return new Removed(brought, weight, vouches, this.ways);
  }

  /** What the sums lose by one way, on a day after the entry at a place. */
  lossOf(removed: Removed, place: number, way: number, clock: Clock): Sums {
    const sums = [0, 0, 0, 0, 0, 0];
    let corroborating = 0;
    for (const [matter, brought] of removed.by(way)) {
      const gone = brought.filter((each) => each.place <= place);
      const state = gone.length === 0 ? undefined : this.ways[way]?.after(place, matter);
      if (state === undefined) continue;
      this.reads += 1;
      const rest = removed.restOf(state, gone, this.policy);
      const [was, is] = [readMatter(state, clock, this.policy), readMatter(rest, clock, this.policy)];
      corroborating += was.corroborating - is.corroborating;
      for (let channel = 0; channel < sums.length; channel += 1) {
        sums[channel] = (sums[channel] ?? 0) + (was.channels[channel] ?? 0) - (is.channels[channel] ?? 0);
      }
    }
    return { sums, corroborating };
  }

  /** The sums of all matters, nothing thought away. */
  sumsAfter(place: number, way: number, clock: Clock): Sums {
    return this.ways[way]?.sumsAfter(place, clock) ?? { sums: [], corroborating: 0 };
  }

  /** Whether voices of its matter may at some time count only because of it: it is checked, or from inside. */
  private mayVouch({ signal, solid }: Difference): boolean {
    if (solid === 0 && OUTSIDE_GROUPS.includes(signal.group)) return false;
    return this.ways.some((matters) => matters.everSeveral(matters.nameOf({ signal })));
  }
}

export function lessened({ sums, corroborating }: Sums, loss: Sums): Sums {
  return {
    sums: sums.map((sum, place) => Math.max(0, sum - (loss.sums[place] ?? 0))),
    corroborating: Math.max(0, corroborating - loss.corroborating),
  };
}

/** What each signal has brought all in all: a letter may have counted for a while. */
function netOf(brought: readonly Brought[]): readonly Difference[] {
  if (brought.length === 1) return brought.map(({ difference }) => difference);
  const bySignal = new Map<string, Difference>();
  for (const { difference } of brought) {
    const { odds = 0, solid = 0, grave = 0 } = bySignal.get(difference.signal.id) ?? {};
    const { signal } = difference;
    bySignal.set(signal.id, { signal, odds: odds + difference.odds, solid: solid + difference.solid, grave: grave + difference.grave });
  }
  return [...bySignal.values()].filter(isSomething);
}

function negated({ signal, odds, solid, grave }: Difference): Difference {
  return { signal, odds: -odds, solid: -solid, grave: -grave };
}
