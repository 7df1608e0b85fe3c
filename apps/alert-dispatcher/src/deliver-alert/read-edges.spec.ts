import { aGatePassed, aLevelCorrected, aLevelRaised, correctionRecord, riskBatch, riskRecord } from '#testing/risk-events';
import { readEdges } from './read-edges';

const GROUP = 'alert-dispatcher';

describe('a batch of the projector', () => {
  it('holds upward edges of cadres and units and their corrections in log order; a passed gate is for others', () => {
    const edges = [aLevelRaised(), aLevelRaised({ subject: 'unit:0001' })];
    const corrected = aLevelCorrected();
    const records = [...edges.map(riskRecord), riskRecord(aGatePassed()), correctionRecord(corrected), riskRecord(aLevelRaised())];
    expect(readEdges(riskBatch(GROUP, records))).toEqual({
      heard: [
        ...edges.map((event) => ({ kind: 'raised', event })),
        { kind: 'corrected', event: corrected },
        { kind: 'raised', event: aLevelRaised() },
      ],
      unread: [],
    });
  });

  it('tells what cannot be read, with the place and never the content', () => {
    const misfit = riskRecord({ ...aLevelRaised(), p: 0.5 });
    const headless = { ...riskRecord(aLevelRaised()), headers: {} };
    const { heard, unread } = readEdges(riskBatch(GROUP, [misfit, riskRecord(aLevelRaised()), headless], 3));
    expect(heard).toHaveLength(1);
    expect(unread.map(({ record, reason }) => [record.offset, reason])).toEqual([
      [3, 'does not fit its contract at /p'],
      [5, 'a CloudEvents header is missing'],
    ]);
  });
});
