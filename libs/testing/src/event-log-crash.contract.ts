import { type EventLog, LogUnavailable } from '#messaging/event-log';
import { eventually } from '#testing/eventually';
import { FakeGroup } from '#testing/fake-group';
import { describeWith, type LocalServices, type ServiceName, startServices } from '#testing/services/local-services';

const TOPIC = 'risk.signals.v1';

/** What an event log promises when its server is killed: a set of services of its own is started for it. */
export function describeEventLogCrash(service: ServiceName, connect: (url: string) => Promise<EventLog>): void {
  describeWith([service], `the event log when ${service} is killed while it works`, () => {
    let services: LocalServices;
    let log: EventLog;
    beforeAll(async () => {
      services = await startServices({ only: [service] });
      log = await connect(services.address(service).url);
    });
    afterAll(async () => {
      await log?.close();
      await services?.stop();
    });

    it('has everything that was acknowledged, in order, and the group goes on by itself', async () => {
      await log.ensureTopics([{ name: TOPIC, partitions: 2, retention: 'for-ever' }]);
      const group = new FakeGroup();
      await log.read(TOPIC, 'projector', group, () => undefined);
      const acknowledged: string[] = [];
      let refused = 0;
      let isRunning = true;
      const writing = (async () => {
        for (let i = 0; isRunning; i += 1) {
          const record = { key: 'cadre-1', value: Buffer.from(`event ${i}`), headers: {} };
          await log.append(TOPIC, [record]).then(
            () => acknowledged.push(`event ${i}`),
            (error: unknown) => {
              expect(error).toBeInstanceOf(LogUnavailable);
              refused += 1;
            },
          );
        }
      })();
      await eventually(() => expect(group.taken.length).toBeGreaterThan(100));

      services.kill(service, 'SIGKILL');
      await services.restart(service);
      const before = acknowledged.length;
      await eventually(() => expect(acknowledged.length).toBeGreaterThan(before + 100), 40_000);
      isRunning = false;
      await writing;
      await eventually(() => expect(group.valuesOf('cadre-1').at(-1)).toBe(acknowledged.at(-1)), 40_000);

      const written = [...new Set(group.valuesOf('cadre-1'))];
      expect(written.filter((value) => acknowledged.includes(value))).toEqual(acknowledged);
      expect(written.length).toBeLessThanOrEqual(acknowledged.length + refused);
    });
  });
}
