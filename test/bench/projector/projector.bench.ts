import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { EMPTY_STATE, packState } from '#domain/risk/subject-state';
import { Database } from '#persistence/database';
import { Sealer } from '#vault/sealer';
import { liveSlot } from '../../../apps/risk-projector/src/reading-slots/reading-slot';
import { projectBatch } from '../../../apps/risk-projector/src/project-signals/project-batch';
import { type Figure, inTurns } from '../in-turns';
import { batchAt, PER_TRANSACTION, SUBJECTS } from './facts';
import { prepareHandWritten, takeByHand } from './hand-written-loop';

const ROUNDS_A_WINDOW = 20;
const OURS = 1;
const BY_HAND = 2;

/** Nobody is new while it is measured. */
export async function prepareReadings(database: Database): Promise<void> {
  await database.query(
    `INSERT INTO projector.reading (slot, subject, state, e_milli, p_milli, level, as_of, last_event, shown_e, shown_p, shown_level, shown_on)
     SELECT 'a', 'cadre:' || lpad(n::text, 26, '0'), $1, 0, 0, 0, '2000-01-01', gen_random_uuid(), 0, 0, 0, '2000-01-01' FROM generate_series(0, $2::int - 1) AS n
     ON CONFLICT DO NOTHING`,
    [packState(EMPTY_STATE), SUBJECTS],
  );
}

/** consume → score → commit, one projector, against the hand-written loop on the same database; the bar is 0.6. */
export async function benchProjector(databaseUrl: string): Promise<Figure> {
  const database = await Database.connect(databaseUrl, 2);
  await database.migrate();
  await prepareReadings(database);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await prepareHandWritten(client, SUBJECTS);
  const sealer = new Sealer(randomBytes(32));
  const rounds = { [OURS]: 0, [BY_HAND]: 0 };
  const window = (seed: typeof OURS | typeof BY_HAND) => Array.from({ length: ROUNDS_A_WINDOW }, () => batchAt(rounds[seed]++, seed));
  try {
    return await inTurns({
      name: 'projector, events/s (500 a transaction, 100,000 cadres) against a hand-written loop',
      bar: 0.6,
      unitsAWindow: ROUNDS_A_WINDOW * PER_TRANSACTION,
      ours: {
        prepare: () => window(OURS),
        run: async (batches) => {
          for (const batch of batches) await database.consume(batch, async (tx) => projectBatch(tx, batch, await liveSlot(tx), sealer));
        },
      },
      limit: {
        prepare: () => window(BY_HAND),
        run: async (batches) => {
          for (const batch of batches) await takeByHand(client, batch);
        },
      },
    });
  } finally {
    await client.end();
    await database.close();
  }
}
