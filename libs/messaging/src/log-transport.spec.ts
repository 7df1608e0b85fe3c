import { type INestApplication, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { EventPattern, MessagePattern } from '@nestjs/microservices';
import type { NewRecord, RecordBatch } from '#messaging/event-log';
import { LogConsumer, LogTransport } from '#messaging/log-transport';
import { Offsets } from '#messaging/offsets';
import { partitionOf } from '#messaging/partition-of';
import { eventually } from '#testing/eventually';
import { FakeEventLog } from '#testing/fake-event-log';

const TOPIC = 'risk.signals.v1';
const partition = partitionOf('cadre-1', 2);
const record = (value: string, key = 'cadre-1'): NewRecord => ({ key, value: Buffer.from(value), headers: {} });

class FakeOffsets extends Offsets {
  readonly stored = new Map<string, number>();

  override async next(group: string, topic: string, partition: number): Promise<number | null> {
    return this.stored.get(`${group} ${topic} ${partition}`) ?? null;
  }

  override async positions(group: string, topic: string): Promise<ReadonlyMap<number, number>> {
    const start = `${group} ${topic} `;
    const own = [...this.stored].filter(([name]) => name.startsWith(start));
    return new Map(own.map(([name, next]) => [Number(name.slice(start.length)), next]));
  }

  store({ group, topic, partition, records }: RecordBatch): void {
    this.stored.set(`${group} ${topic} ${partition}`, (records.at(-1)?.offset ?? -1) + 1);
  }
}

class Reader {
  readonly taken: string[] = [];
  readonly errors: Error[] = [];

  constructor(private readonly offsets: FakeOffsets) {}

  async take(batch: RecordBatch): Promise<void> {
    const error = this.errors.shift();
    if (error) throw error;
    this.taken.push(...batch.records.map(({ value }) => value.toString()));
    this.offsets.store(batch);
  }
}

/** An app with the given consumers, HTTP beside them, as the services of the house are. */
async function appWith(consumers: readonly (new () => unknown)[], transport: LogTransport): Promise<INestApplication> {
  @Module({ controllers: [...consumers] })
  class Consumers {}
  const app = await NestFactory.create(Consumers, new FastifyAdapter(), { logger: false, abortOnError: false });
  app.connectMicroservice({ strategy: transport });
  return app;
}

describe('consumers of the event log in a Nest app', () => {
  const offsets = new FakeOffsets();
  const projector = new Reader(offsets);
  const workflow = new Reader(offsets);

  @LogConsumer()
  class ProjectorConsumer {
    @EventPattern({ topic: TOPIC, group: 'projector' })
    async onSignals(batch: RecordBatch): Promise<void> {
      await projector.take(batch);
    }
  }

  @LogConsumer()
  class WorkflowConsumer {
    @EventPattern({ topic: TOPIC, group: 'workflow' })
    async onSignals(batch: RecordBatch): Promise<void> {
      await workflow.take(batch);
    }
  }

  let log: FakeEventLog;
  let transport: LogTransport;
  let app: INestApplication | undefined;

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    offsets.stored.clear();
    projector.taken.length = 0;
    workflow.taken.length = 0;
    log = new FakeEventLog();
    await log.ensureTopics([{ name: TOPIC, partitions: 2, retention: 'for-ever' }]);
    transport = new LogTransport(log, offsets);
  });
  afterEach(async () => app?.close());

  const start = async (consumers: readonly (new () => unknown)[]): Promise<void> => {
    app = await appWith(consumers, transport);
    await app.startAllMicroservices();
  };

  it('two groups of one process each get every batch of a topic, in order', async () => {
    await start([ProjectorConsumer, WorkflowConsumer]);

    await log.append(TOPIC, [record('one'), record('two')]);
    await log.append(TOPIC, [record('three')]);

    await eventually(() => expect(projector.taken).toEqual(['one', 'two', 'three']));
    await eventually(() => expect(workflow.taken).toEqual(['one', 'two', 'three']));
  });

  it('a failure reaches the log as it is, which delivers the same records again', async () => {
    const seen: unknown[] = [];
    class WatchedLog extends FakeEventLog {
      override async read(...[topic, group, reader, onGap]: Parameters<FakeEventLog['read']>): ReturnType<FakeEventLog['read']> {
        const handle = async (batch: RecordBatch): Promise<void> =>
          reader.handle(batch).catch((error: unknown) => Promise.reject(keep(error)));
        return super.read(topic, group, { nextOffset: async (partition) => reader.nextOffset(partition), handle }, onGap);
      }
    }
    const keep = (error: unknown): Error => {
      seen.push(error);
      return error as Error;
    };
    log = new WatchedLog();
    await log.ensureTopics([{ name: TOPIC, partitions: 2, retention: 'for-ever' }]);
    transport = new LogTransport(log, offsets);
    const failure = new RangeError('the database is away');
    projector.errors.push(failure);
    await log.append(TOPIC, [record('one'), record('two')]);

    await start([ProjectorConsumer]);
    await eventually(() => expect(projector.taken).toEqual(['one', 'two']));

    expect(seen).toEqual([failure]);
    expect(seen[0]).toBe(failure);
  });

  it('begins at the stored offset of its group', async () => {
    await log.append(TOPIC, [record('one'), record('two'), record('three')]);
    offsets.stored.set(`projector ${TOPIC} ${partition}`, 2);

    await start([ProjectorConsumer]);

    await eventually(() => expect(projector.taken).toEqual(['three']));
  });

  it('shows a partition that stands still because records are gone', async () => {
    await log.append(TOPIC, [record('one'), record('two'), record('three')]);
    offsets.stored.set(`projector ${TOPIC} ${partition}`, 1);
    log.forget(TOPIC, partition, 2);

    await start([ProjectorConsumer]);
    await eventually(() => expect(transport.gaps).toHaveLength(1));

    expect(transport.gaps[0]).toMatchObject({ topic: TOPIC, group: 'projector' });
    expect(transport.gaps[0]?.reason).toContain('wants 1, but the oldest record kept is 2');
    expect(projector.taken).toEqual([]);
  });

  it('is told nothing after the app was closed', async () => {
    await start([ProjectorConsumer]);
    await app?.close();
    app = undefined;

    await log.append(TOPIC, [record('too late')]);
    await new Promise((resolve) => setTimeout(resolve, 30));

    expect(projector.taken).toEqual([]);
  });

  it('refuses to start with two handlers of one group on one topic', async () => {
    @LogConsumer()
    class SecondProjectorConsumer extends ProjectorConsumer {}

    await expect(start([ProjectorConsumer, SecondProjectorConsumer])).rejects.toThrow('group projector has two handlers');
  });

  it('refuses to start with a pattern that names no topic and group', async () => {
    @LogConsumer()
    class LostConsumer {
      @MessagePattern('signals')
      async onSignals(): Promise<void> {}
    }

    await expect(start([ProjectorConsumer, LostConsumer])).rejects.toThrow('signals is not a pattern of the form { topic, group }');
  });

  it('refuses to start when a topic cannot be read', async () => {
    @LogConsumer()
    class AbsentConsumer {
      @EventPattern({ topic: 'absent.v1', group: 'projector' })
      async onSignals(): Promise<void> {}
    }

    await expect(start([ProjectorConsumer, AbsentConsumer])).rejects.toThrow('absent.v1');
  });
});
