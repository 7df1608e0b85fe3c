import { randomUUID } from 'node:crypto';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { BacktestAnswer } from '#contracts/console/backtests';
import { dayOf } from '#domain/calendar/day';
import type { Compared } from '#domain/backtest/backtest';
import type { OfficeHours } from '#domain/backtest/capacity';
import { parsePolicy } from '#domain/risk/parse-policy';
import { Database } from '#persistence/database';
import { oddsPolicyInForce } from '#persistence/odds-policies';
import { Problem } from '#platform/http/problem';
import { civilDate, Clock } from '#platform/time/clock';
import { beginBacktest, endBacktest, lastBacktest, tellProgress } from './backtest-rows';
import { runBacktest } from './run-backtest';
import { countSubjects } from './tested-subjects';
import { toldBacktest } from './told-backtest';

/** What is tested, and by whom. */
export interface Tried {
  readonly policyId: string;
  readonly hash: string;
  /** Canonical JSON of a policy that is total. */
  readonly document: string;
  readonly by: string;
  readonly hours: OfficeHours;
}

/** Backtests run in this process beside everything else it does, and end with it. */
@Injectable()
export class Backtests implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Backtests.name);
  private readonly stop = new AbortController();
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort(new Error('the process ends'));
    await Promise.all(this.running);
  }

  /**
   * Begins to compare a policy with the live one over all subjects.
   * @throws Problem 409 'backtest-running' while the same document is being tested
   */
  async begin({ policyId, hash, document, by, hours }: Tried): Promise<BacktestAnswer> {
    const live = await oddsPolicyInForce(this.database);
    const day = civilDate(this.clock.now());
    const total = await countSubjects(this.database);
    const begun = { id: randomUUID(), policyId, hash, beforeHash: live.hash, by, day, total, hours };
    if (!(await beginBacktest(this.database, begun))) {
      throw new Problem(409, 'backtest-running', '这份规则正在试算，请等待结果。');
    }
    const compared = { before: live.policy, after: parsePolicy(JSON.parse(document)), today: dayOf(day) };
    const run = this.run(begun.id, compared).finally(() => this.running.delete(run));
    this.running.add(run);
    return this.last(policyId, hash);
  }

  async last(policyId: string, hash: string): Promise<BacktestAnswer> {
    return { backtest: await lastBacktest(this.database, policyId, hash) };
  }

  private async run(id: string, compared: Compared): Promise<void> {
    try {
      const onProgress = async (done: number): Promise<void> => tellProgress(this.database, id, done);
      const sum = await runBacktest(this.database, compared, { onProgress, signal: this.stop.signal });
      await endBacktest(this.database, id, await toldBacktest(this.database, sum));
    } catch (error) {
      this.logger.warn(`backtest ${id} has no result: ${String(error)}`);
      await endBacktest(this.database, id, undefined).catch((fault: unknown) => this.logger.warn(String(fault)));
    }
  }
}
