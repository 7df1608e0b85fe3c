import {
  EventLog,
  type LogGap,
  type LogReader,
  type LogScan,
  LogUnavailable,
  type NewRecord,
  type PartitionBounds,
  type Reading,
  type TopicSettings,
} from '#messaging/event-log';

/** A log whose appends can be made to fail, before or after they took effect: its caller cannot tell which. */
export class BreakableLog extends EventLog {
  failures = 0;
  writesBeforeItFails = false;

  constructor(private readonly log: EventLog) {
    super();
  }

  override async ensureTopics(topics: readonly TopicSettings[]): Promise<void> {
    await this.log.ensureTopics(topics);
  }

  override async append(topic: string, records: readonly NewRecord[]): Promise<void> {
    const fails = this.failures > 0;
    if (fails) this.failures -= 1;
    if (!fails || this.writesBeforeItFails) await this.log.append(topic, records);
    if (fails) throw new LogUnavailable('no answer in time');
  }

  override async read(topic: string, group: string, reader: LogReader, onGap: (gap: LogGap) => void): Promise<Reading> {
    return this.log.read(topic, group, reader, onGap);
  }

  override async openScan(topic: string): Promise<LogScan> {
    return this.log.openScan(topic);
  }

  override async bounds(topic: string): Promise<readonly PartitionBounds[]> {
    return this.log.bounds(topic);
  }

  override async oldestPending(topic: string, from: ReadonlyMap<number, number>): Promise<Date | undefined> {
    return this.log.oldestPending(topic, from);
  }

  override async close(): Promise<void> {
    await this.log.close();
  }
}
