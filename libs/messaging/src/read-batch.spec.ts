import { Undecodable } from '#messaging/codec';
import type { LogRecord, RecordBatch } from '#messaging/event-log';
import { parkUnread, readBatch } from '#messaging/read-batch';

const recordOf = (text: string, offset: number): LogRecord => ({ offset, key: 'c-1', value: Buffer.from(text), headers: {} });
const batch: RecordBatch = { topic: 'told', partition: 2, group: 'spec', records: ['one', '?', 'other', 'two'].map(recordOf) };

function read({ value }: LogRecord): string | undefined {
  const text = value.toString();
  if (text === '?') throw new Undecodable('a question');
  return text === 'other' ? undefined : text;
}

describe('a batch', () => {
  it('is sorted into what is read and what cannot be, in log order; what is for others is in neither', () => {
    expect(readBatch(batch, read)).toEqual({
      read: [
        { offset: 0, content: 'one' },
        { offset: 3, content: 'two' },
      ],
      unread: [{ record: batch.records[1], reason: 'a question' }],
    });
  });

  it('is not hidden behind a fault of its reader', () => {
    const broken = (): never => {
      throw new TypeError('a fault');
    };
    expect(() => readBatch(batch, broken)).toThrow('a fault');
  });

  it('leaves what cannot be read parked, sealed for its place', async () => {
    const parked: unknown[] = [];
    const parking = { park: async (...row: readonly unknown[]) => void parked.push(row) };
    const sealing = { seal: (bytes: Buffer, place: string) => Buffer.from(`${place}:${bytes.toString()}`) };
    await parkUnread(parking, batch, readBatch(batch, read).unread, sealing);
    expect(parked).toEqual([[batch, 1, 'a question', Buffer.from('parked/told/2/1:?')]]);
  });
});
