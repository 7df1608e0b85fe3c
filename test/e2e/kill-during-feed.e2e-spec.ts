import { Database } from '#persistence/database';
import { describeWith } from '#testing/services/local-services';
import { digestOfReadings } from '../../apps/cli/src/digest/digest-of-readings';
import { admitMany, entriesExpected, feed, readManyPeopleIn } from './many-events';
import { until } from './office';
import { type RunningStack, type StackKind, STACKS, startStack } from './running-stack';

const EVENTS = 20_000;
const NEEDS = { embedded: ['postgres'], services: ['postgres', 'redis', 'kafka'] } as const;
const SETTLED_WITHIN_MS = 240_000;

async function settled(stack: RunningStack): Promise<string> {
  const database = await Database.connect(stack.databaseUrl, 2);
  try {
    const count = async (): Promise<number> =>
      Number((await database.query<{ count: string }>('SELECT count(*) FROM projector.ledger'))[0]?.count);
    await until('every entry in the ledger', count, (entries) => entries >= entriesExpected(EVENTS), SETTLED_WITHIN_MS);
    expect(await count()).toBe(entriesExpected(EVENTS));
    return await digestOfReadings(database);
  } finally {
    await database.close();
  }
}

/** Feeds the events; every few batches one process more is killed without warning, until each has been. */
async function run(kind: StackKind, disturbed: boolean): Promise<{ digest: string; killed: string[] }> {
  const stack = await startStack(kind);
  const killed: string[] = [];
  try {
    await readManyPeopleIn(stack);
    const agencies = await admitMany(stack);
    const victims = disturbed ? Object.keys(stack.pids()) : [];
    const every = Math.floor(EVENTS / 100 / (victims.length + 1));
    await feed(stack, agencies, EVENTS, (batch) => {
      const victim = batch > 0 && batch % every === 0 ? victims.shift() : undefined;
      const pid = victim === undefined ? undefined : stack.pids()[victim];
      if (victim === undefined || pid === undefined) return;
      process.kill(pid, 'SIGKILL');
      killed.push(victim);
    });
    return { digest: await settled(stack), killed };
  } finally {
    await stack.stop();
  }
}

describeWith([...NEEDS.services], `kill -9 of any process during a feed of ${EVENTS} events`, () => {
  let undisturbed: string;

  beforeAll(async () => {
    undisturbed = (await run('embedded', false)).digest;
  }, 400_000);

  it.each(STACKS)(
    'gives the same readings as an undisturbed run, on the %s stack',
    async (kind) => {
      const { digest, killed } = await run(kind, true);
      expect(killed).toEqual(
        expect.arrayContaining(
          kind === 'embedded'
            ? ['postgres', 'all-in-one']
            : [
                'postgres',
                'redis',
                'kafka',
                'ingest-gateway',
                'signal-resolver',
                'risk-projector',
                'inquiry-workflow',
                'alert-dispatcher',
                'console-api',
              ],
        ),
      );
      expect(digest).toBe(undisturbed);
    },
    600_000,
  );
});
