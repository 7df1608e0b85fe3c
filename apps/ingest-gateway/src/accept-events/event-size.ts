import { Problem } from '#platform/http/problem';

/** Bytes that one event may have as it is sent. */
export const LARGEST_EVENT = 64 * 1024;

/** @throws Problem 413 */
export function refuseLargeEvent(bytes: number): void {
  if (bytes > LARGEST_EVENT) throw eventTooLarge();
}

export const eventTooLarge = (): Problem => new Problem(413, 'event-too-large', '单个事件超过 64 KiB，请精简内容，材料另行移送。');
