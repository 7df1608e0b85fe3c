import { fromRecord, toRecord, Undecodable } from '#messaging/codec';

describe('an event on a topic', () => {
  const event = { id: '7', type: 'liuqu.risk.level-raised.v1', source: '/liuqu/risk-projector', data: { 级别: '关注' } };

  it('is the same after a round trip', () => {
    expect(fromRecord(toRecord('cadre:1', event))).toEqual(event);
  });

  it('is undecodable without its headers or with a value that is not JSON', () => {
    const record = toRecord('cadre:1', event);
    expect(() => fromRecord({ ...record, headers: {} })).toThrow(Undecodable);
    expect(() => fromRecord({ ...record, value: Buffer.from('{') })).toThrow(Undecodable);
  });
});
