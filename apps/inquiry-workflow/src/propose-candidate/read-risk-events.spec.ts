import { toRecord } from '#messaging/codec';
import { aGateCorrected, aGatePassed, aLevelCorrected, aLevelRaised, correctionRecord, riskBatch, riskRecord } from '#testing/risk-events';
import { readRiskEvents } from './read-risk-events';

const GROUP = 'inquiry-workflow';

describe('a batch of the projector', () => {
  it('is edges, passed gates and their corrections in the order in which they were announced', () => {
    const [raised, passed] = [aLevelRaised(), aGatePassed()];
    const [level, gate] = [aLevelCorrected(), aGateCorrected()];
    const records = [...[raised, passed].map(riskRecord), ...[level, gate].map(correctionRecord), riskRecord(raised)];
    const read = readRiskEvents(riskBatch(GROUP, records));
    const heard = [
      { kind: 'raised', event: raised },
      { kind: 'passed', event: passed },
      { kind: 'level-corrected', event: level },
      { kind: 'gate-corrected', event: gate },
      { kind: 'raised', event: raised },
    ];
    expect(read).toEqual({ heard, unread: [] });
  });

  it('may hold types for others', () => {
    const other = toRecord('cadre:0001', { id: '1', type: 'liuqu.risk.something.v1', source: '/liuqu/risk-projector', data: {} });
    expect(readRiskEvents(riskBatch(GROUP, [other]))).toEqual({ heard: [], unread: [] });
  });

  it('tells what cannot be read, with the place and never the content', () => {
    const good = riskRecord(aGatePassed());
    const broken = { ...good, value: Buffer.from('{') };
    const misfit = riskRecord({ ...aGatePassed(), e: 1.5 });
    const misplaced = { ...good, key: 'cadre:0002' };
    const { heard, unread } = readRiskEvents(riskBatch(GROUP, [broken, misfit, good, misplaced], 7));
    expect(heard).toHaveLength(1);
    expect(unread.map(({ record, reason }) => [record.offset, reason])).toEqual([
      [7, 'the value is not JSON'],
      [8, 'does not fit its contract at /e'],
      [10, 'the key is not the subject'],
    ]);
  });
});
