import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { MOST_PARKED, type OperationsAnswer } from '#contracts/console/operations';
import { TOPICS } from '#contracts/topics';
import { JobQueue } from '#jobs/job-queue';
import { outboxLevels } from '#persistence/operations/log-levels';
import { Database } from '#persistence/database';
import { OperationsQueries, type ParkedRow, type WorkRow } from '#persistence/operations/operations-queries';
import { AppAddresses } from './app-addresses';
import { ConsumerLags } from './consumer-lags';
import { inTime } from './in-time';
import { TellOperations } from './tell-operations.query';

const OWN = 'console-api';
const WRITERS = [...new Set(TOPICS.map(({ writer }) => writer))];

@QueryHandler(TellOperations)
export class TellOperationsHandler implements IQueryHandler<TellOperations> {
  private readonly queries: OperationsQueries;

  constructor(
    private readonly database: Database,
    private readonly lags: ConsumerLags,
    private readonly jobs: JobQueue,
    private readonly addresses: AppAddresses,
  ) {
    this.queries = new OperationsQueries(database);
  }

  async execute(): Promise<OperationsAnswer> {
    const [others, { at, consumers }, outboxes, parked, work] = await Promise.all([
      this.addresses.readiness(),
      this.lags.all(),
      outboxLevels(this.database, WRITERS),
      this.queries.parked(MOST_PARKED),
      this.work(),
    ]);
    return {
      at: at.toISOString(),
      // This process answers, or nobody would read it.
      apps: [{ app: OWN, ready: true }, ...others],
      consumers,
      outboxes: outboxes.map((level) => ({ ...level, oldest: Math.floor(level.oldest) })),
      parked: parkedOf(parked),
      ...work,
    };
  }

  private async work(): Promise<Pick<OperationsAnswer, 'dueWork' | 'readings' | 'schema'>> {
    const answered = this.jobs.ready().then(() => true);
    const [row, queueAnswers] = await Promise.all([this.queries.work(), inTime(answered, false)]);
    return workOf(row, queueAnswers);
  }
}

function parkedOf(rows: readonly ParkedRow[]): OperationsAnswer['parked'] {
  const items = rows.map(({ group, topic, partition, offset, reason, at }) => ({
    group,
    topic,
    partition,
    offset,
    reason,
    at: at.toISOString(),
  }));
  return { count: rows[0]?.count ?? 0, items };
}

function workOf(row: WorkRow, queueAnswers: boolean): Pick<OperationsAnswer, 'dueWork' | 'readings' | 'schema'> {
  const { waiting, held, late, oldest, incomplete, shown_on: shownOn, changes, latest } = row;
  return { dueWork: { waiting, held, late, oldest, queueAnswers }, readings: { incomplete, shownOn }, schema: { changes, latest } };
}
