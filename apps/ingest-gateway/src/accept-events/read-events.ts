import { Problem } from '#platform/http/problem';
import type { SentEvent } from './checked-event';
import { attributesIn } from './read-binary';
import { jsonMalformed, readJson, textOf } from '#platform/json/read-json';
import { eventTooLarge, refuseLargeEvent } from './event-size';
import { LARGEST_REQUEST, type Line } from './read-lines';
import { type BatchItem, splitBatch } from './split-batch';

/** A request's body when the route's parser took it; a request without one has none. */
function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw new Problem(400, 'body-empty', '请求没有内容。');
}

/** @throws Problem 400, 413 */
export function readStructured(body: unknown): SentEvent {
  const bytes = bytesOf(body);
  refuseLargeEvent(bytes.length);
  return { value: readJson(textOf(bytes)) };
}

/** @throws Problem 400, 413 */
export function readBinary(body: unknown, rawHeaders: readonly string[]): SentEvent {
  const bytes = bytesOf(body);
  refuseLargeEvent(bytes.length);
  return { value: { ...attributesIn(rawHeaders), data: readJson(textOf(bytes)) } };
}

/** @throws Problem when the batch as a whole cannot be read; what is wrong with one event stands in its place */
export function readBatch(body: unknown): readonly SentEvent[] {
  const sent = splitBatch(textOf(bytesOf(body))).map((item) => settled(() => batchEvent(item)));
  const spoilt = sent.find((event) => 'problem' in event && event.problem.code === 'json-malformed');
  if (spoilt) throw jsonMalformed();
  return sent;
}

export function readLine(line: Line): SentEvent {
  if (line === 'line-too-large') return { problem: eventTooLarge() };
  if (line === 'request-too-large') return { problem: requestTooLarge('从这里起的内容没有接收，请另行发送。') };
  return settled(() => readJson(textOf(line)));
}

/** @throws Problem for what no kind of body may have */
export function refuseUnreadable(headers: Readonly<Record<string, string | string[] | undefined>>): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new Problem(415, 'content-encoding-not-known', '不接收压缩内容，请去掉 Content-Encoding 后发送。');
  if (Number(headers['content-length'] ?? 0) > LARGEST_REQUEST) throw requestTooLarge('请分批发送。');
}

function requestTooLarge(then: string): Problem {
  return new Problem(413, 'request-too-large', `请求超过 5 MiB 或行数过多，${then}`);
}

function batchEvent({ text, scanned }: BatchItem): unknown {
  refuseLargeEvent(Buffer.byteLength(text));
  return readJson(text, scanned);
}

function settled(read: () => unknown): SentEvent {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof Problem) return { problem: error };
    throw error;
  }
}
