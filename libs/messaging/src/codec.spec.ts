import { fromRecord, toRecord, tracesOf, Undecodable } from '#messaging/codec';

describe('an event on a topic', () => {
  const event = { id: '7', type: 'liuqu.risk.level-raised.v1', source: '/liuqu/risk-projector', data: { 级别: '关注' } };

  it('is the same after a round trip', () => {
    expect(fromRecord(toRecord('cadre:1', event))).toEqual(event);
  });

  it('carries the trace of its request beside itself', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const record = toRecord('cadre:1', { ...event, traceparent });
    expect(record.headers['traceparent']).toBe(traceparent);
    expect(fromRecord(record)).toEqual(event);
    expect(tracesOf([record]).of('7', '')?.traceparent).toBe(traceparent);
    expect(toRecord('cadre:1', event).headers).not.toHaveProperty('traceparent');
  });

  it('is undecodable without its headers or with a value that is not JSON', () => {
    const record = toRecord('cadre:1', event);
    expect(() => fromRecord({ ...record, headers: {} })).toThrow(Undecodable);
    expect(() => fromRecord({ ...record, value: Buffer.from('{') })).toThrow(Undecodable);
  });
});
