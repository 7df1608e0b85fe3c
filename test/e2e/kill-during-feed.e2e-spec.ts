import { describeWith } from '#testing/services/local-services';
import { admitMany, entriesExpected, feed, peopleInOneOrder, readManyPeopleIn } from './many-events';
import { type Outcome, outcomeOf } from './outcome';
import { type StackKind, STACKS, startStack } from './running-stack';

const EVENTS = 20_000;
const NEEDS = { embedded: ['postgres'], services: ['postgres', 'redis', 'kafka'] } as const;

/** Feeds the events; every few batches one process more is killed without warning, until each has been. */
async function run(kind: StackKind, disturbed: boolean): Promise<{ outcome: Outcome; killed: string[] }> {
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
    return { outcome: await outcomeOf(stack, entriesExpected(EVENTS)), killed };
  } finally {
    await stack.stop();
  }
}

describeWith([...NEEDS.services], `kill -9 of any process during a feed of ${EVENTS} events`, () => {
  const inOneOrder = new Set(peopleInOneOrder(EVENTS));
  const of = <T extends { readonly subject: string }>(all: readonly T[]): readonly T[] =>
    all.filter(({ subject }) => inOneOrder.has(subject));
  let undisturbed: Outcome;

  beforeAll(async () => {
    undisturbed = (await run('embedded', false)).outcome;
  }, 400_000);

  it.each(STACKS)(
    'gives the same readings, candidates and alerts as an undisturbed run, and alerts that say what is known, on the %s stack',
    async (kind) => {
      const { outcome, killed } = await run(kind, true);
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
      expect(outcome.digest).toBe(undisturbed.digest);
      expect(of(undisturbed.candidates).length).toBeGreaterThan(0);
      expect(of(outcome.candidates)).toEqual(of(undisturbed.candidates));
      expect(of(undisturbed.alerts).length).toBeGreaterThan(0);
      expect(of(outcome.alerts)).toEqual(of(undisturbed.alerts));
      expect(outcome.corrections).toBeGreaterThan(0);
      expect([outcome.wrongAlerts, undisturbed.wrongAlerts]).toEqual([[], []]);
      // Each is told once; on the topic one may stand again under its id, none is missing.
      expect(new Set(outcome.alertIds.kept).size).toBe(outcome.alertIds.kept.length);
      expect([...new Set(outcome.alertIds.sent)]).toEqual(outcome.alertIds.kept);
    },
    600_000,
  );
});
