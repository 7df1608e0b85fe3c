import { z } from 'zod';
import { connectLog } from '#assembly/connect-log';
import { RISK_SIGNALS } from '#contracts/topics';
import { Database } from '#persistence/database';
import { loadConfig } from '#platform/config/load-config';
import { fillSlot } from '../../apps/risk-projector/src/fill-slot/fill-slot';
import { slotsThatAre } from '../../apps/risk-projector/src/reading-slots/reading-slot';

const fillingConfig = z.object({
  LIUQU_DATABASE_URL: z.url(),
  LIUQU_LOG_URL: z.string(),
  LIUQU_TEST_RECORDS_A_PASS: z.coerce.number(),
  LIUQU_TEST_ROWS_A_STATEMENT: z.coerce.number(),
});

/** A process of its own that fills the slot that is being filled, in the sizes it is given; it may be killed at any moment. */
async function main(): Promise<void> {
  const config = loadConfig(fillingConfig, process.env);
  const database = await Database.connect(config.LIUQU_DATABASE_URL, 2);
  const log = await connectLog(config.LIUQU_LOG_URL);
  const scan = await log.openScan(RISK_SIGNALS);
  const [slot] = await slotsThatAre(database, ['filling']);
  if (!slot) throw new Error('no slot is being filled');
  const sizes = { recordsAPass: config.LIUQU_TEST_RECORDS_A_PASS, rowsAStatement: config.LIUQU_TEST_ROWS_A_STATEMENT };
  await fillSlot({ database, scan, slot, stopping: new AbortController().signal, sizes }, await log.bounds(RISK_SIGNALS));
  // What the process takes for the day, its hour and its language; whoever asked for others wants to know that it has them.
  process.stdout.write(`${new Date().toString()} ${Intl.DateTimeFormat().resolvedOptions().locale}\n`);
  await scan.close();
  await log.close();
  await database.close();
}

void main();
