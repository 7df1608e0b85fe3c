import type { Course } from '#domain/risk/course';
import { compareText } from '#domain/risk/integers';
import type { Removed } from '#domain/risk/removals';
import { MOST_CORROBORATION } from '#domain/risk/total';
import type { WithoutItem } from '#domain/risk/without';

/** How few items carry the level. */
export interface SmallestSet {
  /** With fewer taken back the level would stay, whichever they were. */
  readonly atLeast: number;
  /** Items without which the level would be lower, by the signals that count; as few as there can be where they are `atLeast`. */
  readonly ids: readonly string[] | undefined;
}

/** Sets are sought up to this size. */
export const MOST_SOUGHT = 8;
/** So many readings of a matter and tries the search may take: a few thousandths of a second. */
const MOST_STEPS = 1_000;

interface Weighed {
  readonly id: string;
  readonly removed: Removed;
}

/**
 * The smallest set of items without which a subject falls below its level, the weightiest first. What the items can take from
 * the odds at most says below which size no set can do it; sets from that size on are tried in turn, and what is said is only
 * what the tries have shown.
 * @param items all that contribute, with the level without each
 * @returns undefined for a subject on no level
 * @see design risk-model 11 counterfactual
 */
export function smallestSet(items: readonly WithoutItem[], course: Course): SmallestSet | undefined {
  if (course.level === 0) return undefined;
  const weighed = items
    .map(({ id, signals }): Weighed => ({ id, removed: course.removals.of(signals) }))
    .toSorted((a, b) => b.removed.weight - a.removed.weight || compareText(a.id, b.id));
  const lowers = new Set(items.filter(({ level }) => level < course.level).map(({ id }) => id));
  const single = weighed.find(({ id }) => lowers.has(id));
  if (single !== undefined) return { atLeast: 1, ids: [single.id] };
  return new Search(weighed, course).find();
}

class Search {
  private readonly readsBefore: number;
  private tries = 0;
  /** The last of the items because of which others may count; −1 where none is. */
  private readonly lastVouching: number;

  constructor(
    private readonly weighed: readonly Weighed[],
    private readonly course: Course,
  ) {
    this.readsBefore = course.removals.reads;
    this.lastVouching = weighed.findLastIndex(({ removed }) => removed.vouches);
  }

  /** Each item alone leaves the level. */
  find(): SmallestSet {
    let atLeast = Math.max(2, this.leastByBounds());
    let found = this.weightiest(atLeast);
    while (atLeast < (found?.length ?? MOST_SOUGHT + 1)) {
      const smaller = this.trySize(atLeast);
      if (smaller === 'given up') break;
      if (smaller === undefined) atLeast += 1;
      else found = smaller;
    }
    return { atLeast, ids: found?.map(({ id }) => id) };
  }

  /** The first size of which some set could take more from the odds than the level can spare. */
  private leastByBounds(): number {
    let sum = this.lastVouching === -1 ? 0 : MOST_CORROBORATION;
    const enough = this.weighed.findIndex(({ removed }) => (sum += removed.weight) > this.course.margin);
    return enough === -1 ? this.weighed.length : enough + 1;
  }

  /** The weightiest items together, as many as it takes. */
  private weightiest(from: number): readonly Weighed[] | undefined {
    for (let size = from; size <= Math.min(MOST_SOUGHT, this.weighed.length) && this.mayGoOn; size += 1) {
      const first = this.weighed.slice(0, size);
      if (this.isLowerWithout(first)) return first;
    }
    return undefined;
  }

  /** Every set of a size that could do it. */
  private trySize(size: number, chosen: readonly Weighed[] = [], next = 0): readonly Weighed[] | 'given up' | undefined {
    if (chosen.length === size) return this.isLowerWithout(chosen) ? chosen : undefined;
    for (let place = next; place < this.weighed.length; place += 1) {
      if (!this.mayGoOn) return 'given up';
      const rest = this.weighed.slice(place, place + size - chosen.length);
      if (chosen.length + rest.length < size || !this.mayLower(chosen, rest, place)) return undefined;
      const found = this.trySize(size, [...chosen, ...rest.slice(0, 1)], place + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private get mayGoOn(): boolean {
    return this.course.removals.reads - this.readsBefore + this.tries < MOST_STEPS;
  }

  /** Whether the chosen could do it, with as many of those from a place on. */
  private mayLower(chosen: readonly Weighed[], rest: readonly Weighed[], place: number): boolean {
    const vouching = place <= this.lastVouching || chosen.some(({ removed }) => removed.vouches);
    const weight = [...chosen, ...rest].reduce((sum, { removed }) => sum + removed.weight, 0);
    return weight + (vouching ? MOST_CORROBORATION : 0) > this.course.margin;
  }

  private isLowerWithout(items: readonly Weighed[]): boolean {
    const { course } = this;
    this.tries += 1;
    return course.levelWithout(course.removals.together(items.map(({ removed }) => removed))) < course.level;
  }
}
