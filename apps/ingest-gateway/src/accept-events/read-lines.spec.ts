import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { LARGEST_EVENT } from './event-size';
import { LARGEST_REQUEST, type Line, MOST_LINES, readLines } from './read-lines';

async function read(chunks: Iterable<Buffer>): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of readLines(Readable.from(chunks))) lines.push(line);
  return lines;
}
const shown = (line: Line): string => (Buffer.isBuffer(line) ? line.toString() : `<${line}>`);

function cut(text: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...places.map((place) => place % (text.length + 1)), text.length].toSorted((a, b) => a - b);
  return ends.map((end, at) => text.subarray(ends[at - 1] ?? 0, end));
}

describe('lines of events', () => {
  it('are the same however the network cuts them', async () => {
    const line = fc.string({ unit: fc.constantFrom('{', '陈', '"', ' ', '\r', 'x') });
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat()), async (lines, places) => {
        const wanted = lines.filter((one) => one.trim() !== '').map((one) => one.replace(/\r$/, ''));
        const got = await read(cut(Buffer.from(lines.join('\n')), places));
        expect(got.map(shown)).toEqual(wanted);
      }),
    );
  });

  it('longer than an event may be are left out, those around them are not', async () => {
    const long = Buffer.alloc(LARGEST_EVENT + 1, 'x');
    const longest = Buffer.alloc(LARGEST_EVENT, 'y');
    const text = Buffer.concat([Buffer.from('a\n'), long, Buffer.from('\r\n'), longest, Buffer.from('\r\nb\n'), long]);
    const got = await read(cut(text, [10, 70_000, 100_000]));
    expect(got.map((line) => shown(line).slice(0, 16))).toEqual(['a', '<line-too-large>', 'y'.repeat(16), 'b', '<line-too-large>']);
  });

  it('end where the request becomes too large, by bytes or by number', async () => {
    const chunk = Buffer.from(`${'x'.repeat(1_023)}\n`.repeat(64));
    const byBytes = await read(Array.from({ length: 100 }, () => chunk));
    expect([byBytes.at(-1), byBytes.length - 1]).toEqual(['request-too-large', LARGEST_REQUEST / 1_024 + 64]);
    const byNumber = await read(Array.from({ length: 3 }, () => Buffer.from('1\n'.repeat(MOST_LINES / 2))));
    expect([byNumber.at(-1), byNumber.length - 1]).toEqual(['request-too-large', MOST_LINES]);
  });

  it('of a stream that breaks off are given out as far as they are whole', async () => {
    const broken = new Readable({ read: () => undefined });
    const got: Line[] = [];
    const reading = (async () => {
      for await (const line of readLines(broken)) got.push(line);
    })();
    broken.push('whole\nhal');
    setImmediate(() => broken.destroy(new Error('gone')));
    await expect(reading).rejects.toThrow('gone');
    expect(got.map(shown)).toEqual(['whole']);
  });
});
