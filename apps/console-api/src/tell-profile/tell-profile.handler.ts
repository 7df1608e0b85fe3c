import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { MOST_FIRST, type ProfileAnswer } from '#contracts/console/profiles';
import { signalOfCode } from '#contracts/signals/catalogue';
import { SMALLEST_GROUP } from '#domain/backtest/held-back';
import { dateOf } from '#domain/calendar/day';
import { profileOf } from '#domain/profile/profile';
import { boundsOf, unitSizeOf } from '#domain/profile/unit-size';
import { explain, type EventPart } from '#domain/risk/explain';
import type { Scope } from '#persistence/database';
import { CadreQueries } from '#persistence/queries/cadre-queries';
import { Clock } from '#platform/time/clock';
import { daysAsked } from '../asking/as-of';
import { cadreNotFound } from '../asking/not-found';
import { PoliciesInForce } from '../policy-in-force/policies-in-force';
import { SubjectLedgers } from '../tell-reading/subject-ledgers';
import { TellProfile } from './tell-profile.query';

@QueryHandler(TellProfile)
export class TellProfileHandler implements IQueryHandler<TellProfile> {
  constructor(
    private readonly cadres: CadreQueries,
    private readonly ledgers: SubjectLedgers,
    private readonly policies: PoliciesInForce,
    private readonly clock: Clock,
  ) {}

  async execute({ scope, cadre, days }: TellProfile): Promise<ProfileAnswer> {
    const { day, known } = daysAsked(days, this.clock);
    const row = await this.cadres.standing(scope, cadre);
    if (!row) throw cadreNotFound();
    const { policy } = await this.policies.under(scope, day, days.policy);
    const { entries } = await this.ledgers.entries(scope, cadre, policy, known);
    const { E, channels } = explain(entries, day, policy);
    const { first, dimensions, rest } = profileOf(row.category, E, channels);
    return {
      category: row.category,
      asOf: dateOf(day),
      e: E,
      first: first.slice(0, MOST_FIRST).map(firstOf),
      firstCount: first.length,
      dimensions: [...dimensions],
      rest,
      peers: await this.peersOf(scope, cadre, row.category),
    };
  }

  /** Numbers of others, never who they are, and none where they would say who. */
  private async peersOf(scope: Scope, cadre: string, category: string): Promise<ProfileAnswer['peers']> {
    const inPost = await this.cadres.inPostBeside(scope, cadre);
    if (inPost === 0) return null;
    const size = unitSizeOf(inPost);
    const [from, to] = boundsOf(size);
    const { count, quartiles } = await this.cadres.quartiles(scope, { category, from, to });
    return count < SMALLEST_GROUP ? null : { size, from, to, count, quartiles: [...quartiles] };
  }
}

function firstOf({ id, code = '', channel, day, status, part }: EventPart): ProfileAnswer['first'][number] {
  return { eventId: id, code, label: signalOfCode(code)?.label ?? code, channel, day: dateOf(day), status, part };
}
