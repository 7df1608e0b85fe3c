import { applyDecorators, type ArgumentsHost, Catch, Controller, type ExceptionFilter, Logger, UseFilters } from '@nestjs/common';
import { type CustomTransportStrategy, type MessageHandler, Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { z } from 'zod';
import { tracesOf } from '#messaging/codec';
import type { EventLog, LogReader, Reading, RecordBatch } from '#messaging/event-log';
import type { Offsets } from '#messaging/offsets';
import { within } from '#messaging/within';

/** A partition that stands still until a person has decided what happens with the records that are gone. */
export interface StoppedPartition {
  readonly topic: string;
  readonly group: string;
  readonly reason: string;
}

/** One batch that a handler was given. */
export interface HandledBatch {
  readonly topic: string;
  readonly group: string;
  readonly records: number;
  readonly seconds: number;
  /** Whether it took effect; when not, the same records come again. */
  readonly stored: boolean;
}

const CLOSE_MS = 10_000;

const eventPattern = z.strictObject({ topic: z.string().min(1), group: z.string().min(1) });

/** Lets a handler's failure reach the log as it is; Nest would replace it by "Internal server error". */
@Catch()
export class RethrowFilter implements ExceptionFilter {
  catch(error: unknown, _host: ArgumentsHost): never {
    throw error;
  }
}

/**
 * A class whose methods read topics: `@EventPattern({ topic, group })` on a method that takes a `RecordBatch` and resolves when
 * the batch and its next offset are stored. When it rejects, the same records come again.
 */
export function LogConsumer(): ClassDecorator {
  return applyDecorators(Controller(), UseFilters(new RethrowFilter()));
}

/** Feeds Nest's message handlers from the event log, one batch of one partition at a time, from where each group's stored offset says. */
export class LogTransport extends Server implements CustomTransportStrategy {
  /** Failures go to the log, which reports them and delivers again. */
  override readonly propagatesEventHandlerErrors = true;
  private readonly stopped = new Map<string, StoppedPartition>();
  private readings: Reading[] = [];
  private readonly lines = new Logger(LogTransport.name);

  constructor(
    private readonly log: EventLog,
    private readonly offsets: Offsets,
    private readonly onHandled: (batch: HandledBatch) => void = () => undefined,
  ) {
    super();
  }

  /** What this process reads. */
  get subscriptions(): readonly { readonly topic: string; readonly group: string }[] {
    return [...this.messageHandlers.keys()].map(patternOf);
  }

  get gaps(): readonly StoppedPartition[] {
    return [...this.stopped.values()];
  }

  /** Reports once every handler's group is reading, or the first failure; then nothing reads. */
  async listen(callback: (error?: unknown) => void): Promise<void> {
    const outcomes = await Promise.allSettled([...this.messageHandlers].map(async ([pattern, handler]) => this.read(pattern, handler)));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed) await this.close();
    callback(failed?.reason);
  }

  /** Ends when the running batches have ended, or after a while: a batch that is cut off is not stored, and comes again. */
  async close(): Promise<void> {
    const readings = this.readings;
    this.readings = [];
    await within(CLOSE_MS, Promise.allSettled(readings.map(async (reading) => reading.stop())));
  }

  override on(): never {
    throw new Error('the event log has no events to listen to');
  }

  override unwrap<T>(): T {
    return this.log as T;
  }

  private async read(pattern: string, handler: MessageHandler): Promise<void> {
    const { topic, group } = patternOf(pattern);
    if (handler.next) throw new Error(`group ${group} has two handlers for ${topic}: which of them would own the offset?`);
    const reader: LogReader = {
      nextOffset: async (partition) => this.offsets.next(group, topic, partition),
      handle: async (batch) => this.handle(handler, batch),
    };
    const reading = await this.log.read(topic, group, reader, ({ message }) =>
      this.stopped.set(message, { topic, group, reason: message }),
    );
    this.readings.push(reading);
  }

  private async handle(handler: MessageHandler, batch: RecordBatch): Promise<void> {
    const began = performance.now();
    const traces = tracesOf(batch.records);
    let stored = false;
    try {
      await traces.run(async () => handOver(handler, batch));
      stored = true;
      const { topic, partition, group } = batch;
      traces.tellEach((records) => this.lines.log('records stored', { group, topic, partition, records }));
    } finally {
      const { topic, group, records } = batch;
      this.onHandled({ topic, group, records: records.length, seconds: (performance.now() - began) / 1_000, stored });
    }
  }
}

function patternOf(pattern: string): z.infer<typeof eventPattern> {
  try {
    return eventPattern.parse(JSON.parse(pattern));
  } catch (error) {
    throw new Error(`${pattern} is not a pattern of the form { topic, group }`, { cause: error });
  }
}

async function handOver(handler: MessageHandler, batch: RecordBatch): Promise<void> {
  const result: unknown = await handler(batch);
  if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
}
