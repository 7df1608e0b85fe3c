import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/calendar/day';
import { Database, type Scope } from '#persistence/database';
import { type NamedPolicy, oddsPolicyInForce, oddsPolicyNamed, oddsPolicyOn, PolicyMissing } from '#persistence/odds-policies';
import { Problem } from '#platform/http/problem';

export interface ReadUnder extends NamedPolicy {
  /** Whether it is the one that is live now, under which the stored sums were made. */
  readonly live: boolean;
}

/** Under which policy a day is read: the one that was live on it, unless another is named (design: risk-model 9). */
@Injectable()
export class PoliciesInForce {
  constructor(private readonly database: Database) {}

  /**
   * @param asked the hash of a policy that was approved; without it the one of the day
   * @throws Problem 404
   */
  async under(scope: Scope, day: Day, asked?: string): Promise<ReadUnder> {
    return this.database.readAs(scope, async (reading) => {
      const { hash } = await oddsPolicyInForce(reading);
      const named = asked === undefined ? await oddsPolicyOn(reading, day) : await oddsPolicyNamed(reading, asked).catch(rethrowAsProblem);
      return { ...named, live: named.hash === hash };
    });
  }
}

function rethrowAsProblem(error: unknown): never {
  if (error instanceof PolicyMissing) throw new Problem(404, 'policy-not-found', '没有这份规则，或尚未批准。');
  throw error;
}
