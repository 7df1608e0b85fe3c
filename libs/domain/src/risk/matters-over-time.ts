import type { Clock } from '#domain/risk/decay';
import { type Joining, joinedIn } from '#domain/risk/joining';
import type { Laid } from '#domain/risk/lay';
import { readMatter } from '#domain/risk/matter-reading';
import { nothingOf, withDifference, type Difference } from '#domain/risk/matters';
import type { Policy } from '#domain/risk/policy';
import type { MatterState } from '#domain/risk/subject-state';
import { addSums, type Sums } from '#domain/risk/total';

/** One matter after each difference that it had, with the places in the log where it had them. */
interface Past {
  readonly places: readonly number[];
  readonly states: readonly MatterState[];
  /** Whether several sources spoke of it at once after any of them. */
  readonly several: boolean;
}

/** The matters of a laid-out log by one way of joining them, as they were after any of its entries. */
export class MattersOverTime {
  private readonly told = new Map<string, { place: number; difference: Difference }[]>();
  private readonly pasts = new Map<string, Past>();

  constructor(
    laid: readonly Laid[],
    private readonly joining: Joining,
    private readonly policy: Policy,
  ) {
    for (const [place, { differences }] of laid.entries()) {
      for (const difference of differences) {
        const matter = this.nameOf(difference);
        const known = this.told.get(matter);
        if (known === undefined) this.told.set(matter, [{ place, difference }]);
        else known.push({ place, difference });
      }
    }
  }

  nameOf({ signal }: Pick<Difference, 'signal'>): string {
    return joinedIn(this.joining, signal.matter);
  }

  /** @param place of the last entry that counts; −1 for none */
  after(place: number, matter: string): MatterState {
    const { places, states } = this.pastOf(matter);
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return states[low - 1] ?? nothingOf(matter);
  }

  /** Whether several sources spoke of a matter at the same time, if only for a while. */
  everSeveral(matter: string): boolean {
    return this.pastOf(matter).several;
  }

  /** Of all matters, as they are read on a day after an entry. */
  sumsAfter(place: number, clock: Clock): Sums {
    const sums = [0, 0, 0, 0, 0, 0];
    let corroborating = 0;
    for (const matter of this.told.keys()) {
      const reading = readMatter(this.after(place, matter), clock, this.policy);
      addSums(sums, reading.channels);
      corroborating += reading.corroborating;
    }
    return { sums, corroborating };
  }

  private pastOf(matter: string): Past {
    const known = this.pasts.get(matter);
    if (known !== undefined) return known;
    const states: MatterState[] = [];
    const told = this.told.get(matter) ?? [];
    for (const { difference } of told) states.push(withDifference(states.at(-1) ?? nothingOf(matter), difference, this.policy));
    const past = { places: told.map(({ place }) => place), states, several: states.some(({ cells }) => cells.length > 1) };
    this.pasts.set(matter, past);
    return past;
  }
}
