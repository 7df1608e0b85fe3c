import { setTimeout as pause } from 'node:timers/promises';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { MOST_PARKED, type OperationsAnswer } from '#contracts/console/operations';
import { TOPICS } from '#contracts/topics';
import { JobQueue } from '#jobs/job-queue';
import { lagOf } from '#messaging/consumer-lag';
import { EventLog } from '#messaging/event-log';
import { Offsets } from '#messaging/offsets';
import { outboxLevels } from '#messaging/postgres/log-levels';
import { Database } from '#persistence/database';
import { OperationsQueries } from '#persistence/queries/operations-queries';
import { Clock } from '#platform/time/clock';
import { AppAddresses } from './app-addresses';
import { TellOperations } from './tell-operations.query';

const LONGEST_WAIT_MS = 2_000;
const OWN = 'console-api';
const CONSUMERS = TOPICS.flatMap(({ name: topic, readers }) => readers.map((group) => ({ group, topic })));
const WRITERS = [...new Set(TOPICS.map(({ writer }) => writer))];

/** What does not answer in time is not known, and the rest is told all the same. */
async function inTime<T, F>(work: Promise<T>, otherwise: F): Promise<T | F> {
  const over = new AbortController();
  const late = pause(LONGEST_WAIT_MS, otherwise, { signal: over.signal }).catch(() => otherwise);
  return Promise.race([work.catch(() => otherwise), late]).finally(() => over.abort());
}

@QueryHandler(TellOperations)
export class TellOperationsHandler implements IQueryHandler<TellOperations> {
  // oxlint-disable-next-line max-params
  constructor(
    private readonly database: Database,
    private readonly log: EventLog,
    private readonly offsets: Offsets,
    private readonly jobs: JobQueue,
    private readonly addresses: AppAddresses,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<OperationsAnswer> {
    const queries = new OperationsQueries(this.database);
    const [apps, consumers, outboxes, parked, work, queueAnswers] = await Promise.all([
      this.apps(),
      Promise.all(CONSUMERS.map(async (consumer) => this.lag(consumer))),
      outboxLevels(this.database, WRITERS),
      queries.parked(MOST_PARKED),
      queries.work(),
      inTime(
        this.jobs.ready().then(() => true),
        false,
      ),
    ]);
    return {
      at: this.clock.now().toISOString(),
      apps,
      consumers,
      outboxes: outboxes.map((level) => ({ ...level, oldest: Math.floor(level.oldest) })),
      parked: {
        count: parked[0]?.count ?? 0,
        items: parked.map(({ count: _, at, ...place }) => ({ ...place, at: at.toISOString() })),
      },
      dueWork: { waiting: work?.waiting ?? 0, late: work?.late ?? 0, oldest: work?.oldest ?? null, queueAnswers },
      readings: { incomplete: work?.incomplete ?? 0, shownOn: work?.shown_on ?? null },
      schema: { changes: work?.changes ?? 0, latest: work?.latest ?? '' },
    };
  }

  private async lag({ group, topic }: (typeof CONSUMERS)[number]): Promise<OperationsAnswer['consumers'][number]> {
    const lag = await inTime(lagOf(this.log, this.offsets, topic, group), undefined);
    if (lag === undefined) return { group, topic, behind: null, oldest: null };
    const oldest = lag.oldest === undefined ? 0 : Math.max(0, Math.floor((this.clock.now().getTime() - lag.oldest.getTime()) / 1_000));
    return { group, topic, behind: lag.records, oldest };
  }

  /** This process answers, or nobody would read it. */
  private async apps(): Promise<OperationsAnswer['apps']> {
    const ready = async (address: string): Promise<boolean> => {
      const answer = await fetch(new URL('/health/ready', address), { signal: AbortSignal.timeout(LONGEST_WAIT_MS) });
      await answer.body?.cancel();
      return answer.ok;
    };
    const others = this.addresses.all.map(async ([app, address]) => ({ app, ready: await inTime(ready(address), false) }));
    return [{ app: OWN, ready: true }, ...(await Promise.all(others))];
  }
}
