import type { Slot, Slots } from '#domain/rebuild/slots';
import type { Rows } from '#persistence/transaction';

interface SlotRow {
  readonly slot: Slot['slot'];
  readonly state: Slot['state'];
  readonly policy: string | null;
  readonly filling: number;
  readonly started_by: string | null;
}

/** @param held whether nobody else may change them until the transaction ends */
export async function readSlots(rows: Rows, held: 'held' | 'seen' = 'seen'): Promise<Slots> {
  const found = await rows.query<SlotRow>(
    `SELECT slot, state, policy, filling, started_by FROM projector.slot ORDER BY slot ${held === 'held' ? 'FOR UPDATE' : ''}`,
  );
  const slots = found.map(({ started_by: startedBy, ...slot }) => ({ ...slot, startedBy }));
  const live = slots.find(({ state }) => state === 'live');
  const other = slots.find(({ state }) => state !== 'live');
  if (!live || !other) throw new Error('two slots are there, one of them live');
  return { live, other };
}

/** The other slot first: two are never live. */
export async function storeSlots(rows: Rows, { live, other }: Slots): Promise<void> {
  for (const { slot, state, policy, filling, startedBy } of [other, live]) {
    await rows.query('UPDATE projector.slot SET state = $2, policy = $3, filling = $4, started_by = $5 WHERE slot = $1', [
      slot,
      state,
      policy,
      filling,
      startedBy,
    ]);
  }
}
