import { z } from 'zod';
import { Problem } from '#platform/http/problem';
import { pageOf, readCursor, writeCursor } from './cursor';

const place = z.strictObject({ p: z.int(), id: z.string() });

describe('the cursor of a list', () => {
  it('brings back the place that it was written for', () => {
    const cursor = writeCursor({ p: 61_048, id: 'cadre:甲' });
    expect(cursor).toMatch(/^[\w-]+$/);
    expect(readCursor(cursor, place)).toEqual({ p: 61_048, id: 'cadre:甲' });
    expect(readCursor(undefined, place)).toBeUndefined();
  });

  it.each([
    ['is cut short', writeCursor({ p: 1, id: 'cadre:a' }).slice(0, -4)],
    ['is of another list', writeCursor({ overdue: true, p: 1, id: 'a' })],
    ['has a NUL in it', writeCursor({ p: 1, id: 'cadre:a\0' })],
    ['is empty', ''],
    ['was never ours', '!!!'],
  ])('is refused with its place when it %s', (_, cursor) => {
    const refusal = (): unknown => readCursor(cursor, place);
    expect(refusal).toThrow(Problem);
    expect(refusal).toThrow(expect.objectContaining({ status: 400, errors: [expect.objectContaining({ pointer: '/cursor' })] }));
  });
});

describe('a page', () => {
  const placeOf = (n: number): unknown => ({ n });

  it('names the next while there is more than it holds', () => {
    expect(pageOf([1, 2, 3], 2, placeOf)).toEqual({ items: [1, 2], next: writeCursor({ n: 2 }) });
  });

  it('is the last when nothing is beyond it', () => {
    expect(pageOf([1, 2], 2, placeOf)).toEqual({ items: [1, 2], next: null });
    expect(pageOf([], 2, placeOf)).toEqual({ items: [], next: null });
  });
});
