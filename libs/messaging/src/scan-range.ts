import { LogGap, type LogRecord, type PartitionBounds } from '#messaging/event-log';

export interface ScanRange {
  readonly partition: number;
  readonly from: number;
  readonly until: number;
}

/** @throws LogGap when the log does not keep all of the range */
export function requireKept(topic: string, { partition, from, until }: ScanRange, bounds: readonly PartitionBounds[]): void {
  const kept = bounds.find((its) => its.partition === partition);
  if (kept !== undefined && kept.low <= from && until <= kept.next) return;
  const keeps = kept === undefined ? 'there is no such partition' : `${kept.low} to ${kept.next} are kept`;
  throw new LogGap(`a scan of ${topic}/${partition}: wants ${from} to ${until}, but ${keeps}`);
}

/**
 * The records of a page that belong to the range and come next.
 * @throws LogGap when the first of them is not the one that comes next, or one is missing between them
 */
export function nextOf(records: readonly LogRecord[], topic: string, { partition, from, until }: ScanRange): readonly LogRecord[] {
  const wanted = records.filter(({ offset }) => offset >= from && offset < until);
  wanted.forEach(({ offset }, place) => {
    if (offset !== from + place) throw new LogGap(`a scan of ${topic}/${partition}: ${from + place} should come next, but ${offset} came`);
  });
  return wanted;
}
