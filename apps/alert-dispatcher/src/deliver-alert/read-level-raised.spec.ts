import { aGatePassed, aLevelRaised, riskBatch, riskRecord } from '#testing/risk-events';
import { readLevelRaised } from './read-level-raised';

const GROUP = 'alert-dispatcher';

describe('a batch of the projector', () => {
  it('holds upward edges of cadres and units; a passed gate is for others', () => {
    const edges = [aLevelRaised(), aLevelRaised({ subject: 'unit:0001' })];
    const records = [...edges.map(riskRecord), riskRecord(aGatePassed())];
    expect(readLevelRaised(riskBatch(GROUP, records))).toEqual({ raised: edges, unread: [] });
  });

  it('tells what cannot be read, with the place and never the content', () => {
    const misfit = riskRecord({ ...aLevelRaised(), p: 0.5 });
    const headless = { ...riskRecord(aLevelRaised()), headers: {} };
    const { raised, unread } = readLevelRaised(riskBatch(GROUP, [misfit, riskRecord(aLevelRaised()), headless], 3));
    expect(raised).toHaveLength(1);
    expect(unread.map(({ record, reason }) => [record.offset, reason])).toEqual([
      [3, 'does not fit its contract at /p'],
      [5, 'a CloudEvents header is missing'],
    ]);
  });
});
