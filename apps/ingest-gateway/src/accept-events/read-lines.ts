import type { Readable } from 'node:stream';
import { LARGEST_EVENT } from './event-size';

/** Bytes that one request may have (design: integration 1.1). */
export const LARGEST_REQUEST = 5 * 1024 * 1024;
/** More lines than events of ordinary size fit into a request: bounds what many tiny lines can cost. */
export const MOST_LINES = 20_000;

/** A line without its end; 'too-large' in place of a longer one; 'request-too-large' last of all, where reading was given up. */
export type Line = Buffer | 'line-too-large' | 'request-too-large';

const LINE_FEED = 10;

/**
 * The lines of a request as they come, empty ones left out. Reads on only when asked for more, and keeps no more than one line.
 * A stream that breaks off throws, and its unfinished last line is not given out.
 */
export async function* readLines(stream: Readable): AsyncGenerator<Line> {
  const open = new OpenLine();
  let bytes = 0;
  let lines = 0;
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
      const line = open.close(chunk.subarray(from, end));
      from = end + 1;
      if (line) yield line;
      if (line && (lines += 1) >= MOST_LINES) return yield 'request-too-large';
    }
    open.add(chunk.subarray(from));
    if (bytes > LARGEST_REQUEST) return yield 'request-too-large';
  }
  const last = open.close(Buffer.alloc(0));
  if (last) yield last;
}

/** The line that has no end yet. */
class OpenLine {
  private parts: Buffer[] = [];
  private bytes = 0;

  add(part: Buffer): void {
    this.bytes += part.length;
    if (this.bytes > LARGEST_EVENT + 1) this.parts = [];
    else this.parts.push(part);
  }

  /** The whole line; undefined for an empty one. */
  close(part: Buffer): Buffer | 'line-too-large' | undefined {
    this.add(part);
    const line = Buffer.concat(this.parts);
    const { bytes } = this;
    this.parts = [];
    this.bytes = 0;
    if (bytes > LARGEST_EVENT + 1) return 'line-too-large';
    const end = line.at(-1) === 13 ? line.length - 1 : line.length;
    if (end > LARGEST_EVENT) return 'line-too-large';
    return isBlank(line) ? undefined : line.subarray(0, end);
  }
}

const isBlank = (line: Buffer): boolean => line.every((byte) => byte === 32 || byte === 9 || byte === 13);
