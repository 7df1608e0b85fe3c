import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { ReadingAnswer } from '#contracts/console/cadres';
import { dateOf } from '#domain/calendar/day';
import { Clock } from '#platform/time/clock';
import { daysAsked } from '../asking/as-of';
import { PoliciesInForce } from '../policy-in-force/policies-in-force';
import { SubjectLedgers } from './subject-ledgers';
import { numbersOf, wholePercent } from './numbers-of';
import { standingByLedger, standingByState } from './standing-on';
import { TellReading } from './tell-reading.query';

@QueryHandler(TellReading)
export class TellReadingHandler implements IQueryHandler<TellReading> {
  constructor(
    private readonly ledgers: SubjectLedgers,
    private readonly policies: PoliciesInForce,
    private readonly clock: Clock,
  ) {}

  async execute({ scope, subject, days }: TellReading): Promise<ReadingAnswer> {
    const { day, known } = daysAsked(days, this.clock);
    const stored = await this.ledgers.standing(scope, subject);
    const named = await this.policies.under(scope, day, days.policy);
    // The stored sums were made under the live policy and hold from the last entry on; all else is made from the ledger.
    const isStored = named.live && day >= stored.state.asOf && known === undefined;
    const ledger = isStored ? undefined : await this.ledgers.entries(scope, subject, named.policy, known);
    const { reading, enteredOn } = ledger
      ? standingByLedger(ledger.entries, day, named.policy)
      : standingByState(stored.state, day, named.policy);
    const incomplete = stored.incomplete || ledger?.incomplete === true;
    return {
      ...numbersOf({ subject, day, known, incomplete, named }, reading),
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
