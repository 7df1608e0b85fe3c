import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ReadingAnswer } from '#contracts/console/cadres';
import { dateOf } from '#domain/calendar/day';
import { Clock } from '#platform/time/clock';
import { daysAsked } from '../asking/as-of';
import { POLICY_IN_FORCE } from '../policy-in-force/policy-in-force';
import { SubjectLedgers } from './subject-ledgers';
import { numbersOf, wholePercent } from './numbers-of';
import { standingByLedger, standingByState } from './standing-on';
import { TellReading } from './tell-reading.query';

@QueryHandler(TellReading)
export class TellReadingHandler implements IQueryHandler<TellReading> {
  constructor(
    private readonly ledgers: SubjectLedgers,
    private readonly clock: Clock,
  ) {}

  async execute({ scope, subject, days }: TellReading): Promise<ReadingAnswer> {
    const { day, known } = daysAsked(days, this.clock);
    const { state, incomplete } = await this.ledgers.standing(scope, subject);
    const { reading, enteredOn } =
      day >= state.asOf && known === undefined
        ? standingByState(state, day, POLICY_IN_FORCE)
        : standingByLedger(await this.ledgers.entries(scope, subject, known), day, POLICY_IN_FORCE);
    return {
      ...numbersOf({ subject, day, known, incomplete }, reading),
      odds: reading.odds,
      channels: { ...reading.channels },
      corroboration: reading.corroboration,
      exposurePercent: wholePercent(reading.exposurePercent),
      gateOpen: reading.gateOpen,
      leadingMatter: reading.leadingMatter ?? null,
      enteredOn: reading.level > 0 ? dateOf(enteredOn) : null,
    };
  }
}
