import { type EventLog, LogUnavailable } from '#messaging/event-log';
import type { Offsets } from '#messaging/offsets';

export interface Lag {
  /** Records that the group has not stored. */
  readonly records: number;
  /** When the oldest of them was appended; undefined when there is none, or the log does not know. */
  readonly oldest: Date | undefined;
}

/**
 * How far a group is behind the end of a topic, over all partitions.
 * @throws LogUnavailable when the log names no partition: that nothing waits there is not known
 */
export async function lagOf(log: EventLog, offsets: Offsets, topic: string, group: string): Promise<Lag> {
  // Offsets first: a log asked first may look shorter than what was stored meanwhile.
  const reached = await offsets.positions(group, topic);
  const bounds = await log.bounds(topic);
  if (bounds.length === 0) throw new LogUnavailable(`the log names no partition of ${topic}`);
  let records = 0;
  const pending = new Map<number, number>();
  for (const { partition, low, next } of bounds) {
    const from = reached.get(partition) ?? low;
    if (next <= from) continue;
    records += next - from;
    pending.set(partition, from);
  }
  return { records, oldest: pending.size > 0 ? await log.oldestPending(topic, pending) : undefined };
}
