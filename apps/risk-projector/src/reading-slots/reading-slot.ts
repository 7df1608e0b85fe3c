import type { Policy } from '#domain/risk/policy';
import { oddsPolicyNamed } from '#persistence/odds-policies';
import type { Rows } from '#persistence/transaction';

export type SlotName = 'a' | 'b';

/** One of the two places for readings, and the policy by which what stands there is read. */
export interface ReadingSlot {
  readonly slot: SlotName;
  readonly policy: Policy;
}

/**
 * The slot that is read and that events of today go into. A batch asks for it after it has moved its offset: a switch holds the
 * offsets until it has been committed, so that no event lands in what is live no more.
 */
export async function liveSlot(rows: Rows): Promise<ReadingSlot> {
  const [live] = await rows.query<{ slot: SlotName; policy: string }>(`SELECT slot, policy FROM projector.slot WHERE state = 'live'`);
  if (live === undefined) throw new Error('no slot is live');
  const { policy } = await oddsPolicyNamed(rows, live.policy);
  return { slot: live.slot, policy };
}
