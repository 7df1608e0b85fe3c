import type { SlotName, SlotState } from '#domain/rebuild/slots';
import type { Policy } from '#domain/risk/policy';
import { oddsPolicyNamed } from '#persistence/odds-policies';
import type { Rows } from '#persistence/transaction';

/** One of the two places for readings, how often it was filled anew, and the policy by which what stands there is read. */
export interface ReadingSlot {
  readonly slot: SlotName;
  readonly filling: number;
  readonly policy: Policy;
  /** The hash that names it. */
  readonly policyHash: string;
}

/** The slot was begun anew, dropped or switched meanwhile: what was to be written belongs to what is no more. */
export class SlotTaken extends Error {
  override readonly name = 'SlotTaken';
}

interface SlotRow {
  readonly slot: SlotName;
  readonly state: SlotState;
  readonly filling: number;
  readonly policy: string;
}

/**
 * The slot that is read and that events of today go into. A batch asks for it after it has moved its offset: a switch holds the
 * offsets until it has been committed, so that no event lands in what is live no more.
 */
export async function liveSlot(rows: Rows): Promise<ReadingSlot> {
  const [live] = await slotsThatAre(rows, ['live']);
  if (live === undefined) throw new Error('no slot is live');
  return live;
}

/** The slots in these states, by name. */
export async function slotsThatAre(
  rows: Rows,
  states: readonly SlotState[],
): Promise<readonly (ReadingSlot & { readonly state: SlotState })[]> {
  const found = await rows.query<SlotRow>('SELECT slot, state, filling, policy FROM projector.slot WHERE state = ANY($1) ORDER BY slot', [
    states,
  ]);
  const slots: (ReadingSlot & { readonly state: SlotState })[] = [];
  for (const { policy: hash, ...slot } of found) {
    slots.push({ ...slot, policy: (await oddsPolicyNamed(rows, hash)).policy, policyHash: hash });
  }
  return slots;
}

/**
 * Holds the slot as it is until the transaction ends.
 * @throws SlotTaken when it is another filling by now, or in none of the states
 */
export async function holdSlot(rows: Rows, { slot, filling }: ReadingSlot, states: readonly SlotState[]): Promise<void> {
  const held = await rows.query('SELECT 1 FROM projector.slot WHERE slot = $1 AND filling = $2 AND state = ANY($3) FOR SHARE', [
    slot,
    filling,
    states,
  ]);
  if (held.length === 0) throw new SlotTaken(`slot ${slot} is no longer filling ${filling} as ${states.join(' or ')}`);
}
