import { EventEmitter } from 'node:events';
import type { Batch, Consumer, ConsumerConfig, ConsumerRunConfig, EachBatchPayload, Kafka } from 'kafkajs';

export const STUB_TOPIC = 'risk.signals.v1';
export const STUB_EVENTS = { CRASH: 'crash', FETCH: 'fetch', GROUP_JOIN: 'join', HEARTBEAT: 'beat', STOP: 'stop' };

/** A consumer of kafkajs that joins at once, is given what the test says, and otherwise does what it is told. */
export class StubConsumer {
  readonly sought: number[] = [];
  readonly paused = new Set<number>();
  isRunning = false;
  private readonly emitter = new EventEmitter();
  private config: ConsumerRunConfig = {};
  readonly events = STUB_EVENTS;

  constructor(private readonly given: readonly number[] = [0]) {}

  async connect(): Promise<void> {}
  async subscribe(): Promise<void> {}
  async run(config: ConsumerRunConfig): Promise<void> {
    this.config = config;
    this.isRunning = true;
    this.join(this.given);
  }
  async disconnect(): Promise<void> {
    if (!this.isRunning) return;
    this.isRunning = false;
    this.emit(STUB_EVENTS.STOP, {});
  }
  /** As when the group has given out its partitions anew. */
  join(partitions: readonly number[]): void {
    this.emit(STUB_EVENTS.GROUP_JOIN, { memberAssignment: { [STUB_TOPIC]: partitions } });
  }
  on(name: string, listener: (event: { payload: unknown }) => void): void {
    this.emitter.on(name, listener);
  }
  emit(name: string, payload: unknown): void {
    this.emitter.emit(name, { payload });
  }
  pause([{ partitions }]: [{ partitions: number[] }]): void {
    partitions.forEach((partition) => this.paused.add(partition));
  }
  resume([{ partitions }]: [{ partitions: number[] }]): void {
    partitions.forEach((partition) => this.paused.delete(partition));
  }
  seek({ offset }: { offset: string }): void {
    this.sought.push(Number(offset));
  }

  /** Delivers records as the library does; answers the offsets that were resolved. */
  async deliver(first: number, count: number, heartbeat = async (): Promise<void> => undefined): Promise<string[]> {
    const resolved: string[] = [];
    const messages = Array.from({ length: count }, (_, i) => ({
      offset: String(first + i),
      key: Buffer.from('cadre-1'),
      value: Buffer.from(`${first + i}`),
    }));
    const batch = {
      topic: STUB_TOPIC,
      partition: 0,
      messages,
      firstOffset: () => String(first),
      lastOffset: () => String(first + count - 1),
    } as unknown as Batch;
    await this.config.eachBatch?.({
      batch,
      heartbeat,
      resolveOffset: (offset: string) => resolved.push(offset),
      isRunning: () => this.isRunning,
      isStale: () => false,
    } as unknown as EachBatchPayload);
    return resolved;
  }
}

/** A client whose consumers are stubs; `given` says what the nth of them is given, from 0. */
export class StubKafka {
  readonly consumers: StubConsumer[] = [];
  readonly settings: ConsumerConfig[] = [];

  constructor(private readonly given: (nth: number) => readonly number[] = () => [0]) {}

  get client(): Kafka {
    const consumer = (settings: ConsumerConfig): Consumer => {
      const made = new StubConsumer(this.given(this.consumers.length));
      this.consumers.push(made);
      this.settings.push(settings);
      return made as unknown as Consumer;
    };
    return { consumer } as unknown as Kafka;
  }

  get last(): StubConsumer {
    return this.consumers.at(-1) ?? new StubConsumer();
  }
}
