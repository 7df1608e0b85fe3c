import { decayed, type Clock } from '#domain/risk/decay';
import { type Channel, CHANNELS, HALF_LIVES, type Policy } from '#domain/risk/policy';
import type { Cell } from '#domain/risk/subject-state';
import { taxedTogether, type Between, type Bracket, type Several } from '#domain/risk/tax-brackets';

/** Cells of one channel that end in one bracket. */
interface Pool {
  readonly place: number;
  readonly bracket: Bracket;
  readonly knee: number;
  cells: number;
  /** By half-life: what is stored of them together, and of how many. */
  readonly parts: { sum: bigint; count: number }[];
  /** What was read last; nothing has changed since. */
  read: { readonly clock: Clock; readonly worth: Between } | undefined;
}

/** Odds of each channel, in the order of CHANNELS, from `least` to `most`. */
export interface ChannelBounds {
  readonly least: number[];
  readonly most: number[];
}

/**
 * Cells summed together, by channel and by the bracket in which each of them ends. What is left of a sum differs from the sum
 * of what is left of each by less than one micro-odd a cell and half-life, so that thousands of letters are read in a few steps.
 */
export class CellSums {
  private readonly pools: Pool[] = [];

  constructor(private readonly policy: Policy) {}

  add(cell: Cell, bracket: Bracket): void {
    this.change(cell, bracket, 1);
  }

  takeOut(cell: Cell, bracket: Bracket): void {
    this.change(cell, bracket, -1);
  }

  /** @param highest only the cells up to this bracket */
  boundsOn(clock: Clock, highest: Bracket = 3): ChannelBounds {
    const least = [0, 0, 0, 0, 0, 0];
    const most = [0, 0, 0, 0, 0, 0];
    for (const pool of this.pools) {
      if (pool.cells === 0 || pool.bracket > highest) continue;
      const worth = worthOf(pool, clock);
      least[pool.place] = (least[pool.place] ?? 0) + worth.least;
      most[pool.place] = (most[pool.place] ?? 0) + worth.most;
    }
    return { least, most };
  }

  private change({ channel, sums }: Cell, bracket: Bracket, sign: 1 | -1): void {
    const pool = this.poolOf(channel, bracket);
    pool.cells += sign;
    pool.read = undefined;
    for (let place = 0; place < sums.length; place += 1) {
      const [sum, part] = [sums[place] ?? 0n, pool.parts[place]];
      if (sum === 0n || part === undefined) continue;
      if (sign === 1) part.sum += sum;
      else part.sum -= sum;
      part.count += sign;
    }
  }

  private poolOf(channel: Channel, bracket: Bracket): Pool {
    const place = CHANNELS.indexOf(channel);
    const known = this.pools.find((pool) => pool.place === place && pool.bracket === bracket);
    if (known !== undefined) return known;
    const knee = this.policy.channels[channel].matter;
    const made: Pool = { place, bracket, knee, cells: 0, parts: HALF_LIVES.map(() => ({ sum: 0n, count: 0 })), read: undefined };
    this.pools.push(made);
    return made;
  }
}

function worthOf(pool: Pool, clock: Clock): Between {
  if (pool.read?.clock !== clock) pool.read = { clock, worth: taxedTogether(leftOf(pool, clock), pool.bracket, pool.knee) };
  return pool.read.worth;
}

function leftOf({ cells, parts }: Pool, clock: Clock): Several {
  let least = 0;
  let most = 0;
  for (let place = 0; place < parts.length; place += 1) {
    const [part, growth] = [parts[place], clock[place]];
    if (part === undefined || growth === undefined || part.sum === 0n) continue;
    const left = decayed(part.sum, growth);
    most += left;
    least += Math.max(0, left - part.count + 1);
  }
  return { count: cells, least, most };
}
