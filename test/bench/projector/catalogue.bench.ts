import { randomBytes } from 'node:crypto';
import type { Policy } from '#domain/risk/policy';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { Database } from '#persistence/database';
import { Sealer } from '#vault/sealer';
import { projectBatch } from '../../../apps/risk-projector/src/project-signals/project-batch';
import { type Figure, inTurns } from '../in-turns';
import { ALL_KINDS, batchAt, type Kind, PER_TRANSACTION, THREE_KINDS } from './facts';
import { prepareReadings } from './projector.bench';

const ROUNDS_A_WINDOW = 20;

const THREE_TYPES: Policy = {
  ...SHIPPED_POLICY,
  name: 'three-types',
  weights: Object.fromEntries(Object.entries(SHIPPED_POLICY.weights).filter(([code]) => THREE_KINDS.some((kind) => kind.code === code))),
  notScored: {},
};

/**
 * The projector with the shipped policy and a log of all types that it scores, against the same projector with a policy and a log of
 * three types; the bar is 0.6 (design: performance C6).
 */
export async function benchCatalogue(databaseUrl: string): Promise<Figure> {
  const database = await Database.connect(databaseUrl, 2);
  await database.migrate();
  await prepareReadings(database);
  const sealer = new Sealer(randomBytes(32));
  const side = (policy: Policy, kinds: readonly Kind[], partition: number) => {
    let round = 0;
    return {
      prepare: () => Array.from({ length: ROUNDS_A_WINDOW }, () => batchAt(round++, partition, kinds)),
      run: async (batches: readonly ReturnType<typeof batchAt>[]): Promise<void> => {
        for (const batch of batches)
          await database.consume(batch, async (tx) => projectBatch(tx, batch, { slot: 'a', filling: 0, policy, policyHash: '' }, sealer));
      },
    };
  };
  try {
    return await inTurns({
      name: `projector, events/s with the whole catalogue (${ALL_KINDS.length} scored types) against a policy of three`,
      bar: 0.6,
      unitsAWindow: ROUNDS_A_WINDOW * PER_TRANSACTION,
      ours: side(SHIPPED_POLICY, ALL_KINDS, 3),
      limit: side(THREE_TYPES, THREE_KINDS, 4),
    });
  } finally {
    await database.close();
  }
}
