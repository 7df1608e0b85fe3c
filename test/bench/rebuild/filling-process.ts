import { z } from 'zod';
import { RISK_SIGNALS } from '#contracts/topics';
import { PostgresEventLog } from '#messaging/postgres/postgres-event-log';
import { Database } from '#persistence/database';
import { loadConfig } from '#platform/config/load-config';
import { FILL_SIZES, fillSlot } from '../../../apps/risk-projector/src/fill-slot/fill-slot';
import { slotsThatAre } from '../../../apps/risk-projector/src/reading-slots/reading-slot';

/** Another process that fills, whenever it is told to, the slot that is to be filled; it says when it is ready, and when that is done. */
async function main(): Promise<void> {
  const { LIUQU_DATABASE_URL: url } = loadConfig(z.object({ LIUQU_DATABASE_URL: z.url() }), process.env);
  const database = await Database.connect(url, 4);
  const log = await PostgresEventLog.connect(url);
  const scan = await log.openScan(RISK_SIGNALS);
  const fill = async (): Promise<void> => {
    const [slot] = await slotsThatAre(database, ['filling']);
    if (slot) {
      const work = { database, scan, slot, stopping: new AbortController().signal, sizes: FILL_SIZES };
      await fillSlot(work, await log.bounds(RISK_SIGNALS));
    }
    process.send?.('filled');
  };
  process.on('message', () => void fill());
  process.once('disconnect', () => process.exit());
  process.send?.('ready');
}

void main();
