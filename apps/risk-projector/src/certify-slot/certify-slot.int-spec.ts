import type { LogScan } from '#messaging/event-log';
import { FakeEventLog } from '#testing/fake-event-log';
import { randomFacts } from '#testing/random-facts';
import { describeWith } from '#testing/services/local-services';
import { TwoSlots } from '../../../../test/rebuild/two-slots';
import { newestCertificate } from '../reading-slots/certificates';
import { slotsThatAre } from '../reading-slots/reading-slot';
import { livePositions } from '../reading-slots/slot-parts';
import { certifySlot } from './certify-slot';

const NEVER = new AbortController().signal;

describeWith(['postgres'], 'a certificate while facts keep coming', () => {
  let slots: TwoSlots;
  beforeEach(async () => {
    slots = await TwoSlots.over(new FakeEventLog());
    await arrive(41);
    await slots.fill();
  });
  afterEach(async () => slots?.close());

  const arrive = async (seed: number): Promise<void> => {
    await slots.append(randomFacts(seed, 200, 20));
    await slots.takeLive();
  };
  /** @param justBefore what happens after the slot has followed, and before the live one is held */
  const certify = async (justBefore: () => Promise<void>, scan: LogScan = slots.scan): Promise<void> => {
    const [slot] = await slotsThatAre(slots.database, ['ready']);
    if (!slot) throw new Error('no slot is ready');
    const database: Parameters<typeof certifySlot>[0]['database'] = {
      query: async (sql, parameters) => slots.database.query(sql, parameters),
      storeRows: async (work) => slots.database.storeRows(work),
      readMoment: async (work) => {
        await justBefore();
        return slots.database.readMoment(work);
      },
    };
    await certifySlot({ database, scan, slot, stopping: NEVER, recordsAtOnce: 500 }, 'operator');
  };

  it('is of where the live slot was held, with all that came until then', async () => {
    await certify(async () => arrive(42));
    const certificate = await newestCertificate(slots.database);
    expect(certificate).toMatchObject({ valid: true, findings: { offsets: Object.fromEntries(await livePositions(slots.database)) } });
  });

  it('is given up when the log does not answer in time: the live slot goes on, and the next one is valid', async () => {
    let isSilent = false;
    const scan: LogScan = {
      async *pages(range) {
        if (isSilent) await new Promise(() => undefined);
        yield* slots.scan.pages(range);
      },
      close: async () => Promise.resolve(),
    };
    const silence = async (): Promise<void> => {
      await arrive(43);
      isSilent = true;
    };
    await expect(certify(silence, scan)).rejects.toThrow('timeout');
    expect(await newestCertificate(slots.database)).toBeUndefined();
    await arrive(44);
    await slots.certify();
    expect(await newestCertificate(slots.database)).toMatchObject({ valid: true });
  });
});
