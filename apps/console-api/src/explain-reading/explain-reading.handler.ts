import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ExplanationAnswer, NOT_A_FINDING } from '#contracts/console/cadres';
import { dateOf } from '#domain/calendar/day';
import { explainOtherwise } from '#domain/risk/counterfactual';
import type { Explanation } from '#domain/risk/explain';
import { levelName } from '#domain/risk/level';
import { Clock } from '#platform/time/clock';
import { daysAsked } from '../asking/as-of';
import { PoliciesInForce } from '../policy-in-force/policies-in-force';
import { SubjectLedgers } from '../tell-reading/subject-ledgers';
import { numbersOf, wholePercent } from '../tell-reading/numbers-of';
import { ExplainReading } from './explain-reading.query';
import { besideOf, scoredChannels, unscoredEvents } from './explained-events';
import { toldHistory } from './told-history';

function fallsOf({ fallsOn }: Explanation): ExplanationAnswer['fallsOn'] {
  return fallsOn.map(({ level, day }) => ({ to: levelName(level - 1), day: dateOf(day) }));
}

@QueryHandler(ExplainReading)
export class ExplainReadingHandler implements IQueryHandler<ExplainReading> {
  constructor(
    private readonly ledgers: SubjectLedgers,
    private readonly policies: PoliciesInForce,
    private readonly clock: Clock,
  ) {}

  async execute({ scope, subject, days }: ExplainReading): Promise<ExplanationAnswer> {
    const { day, known } = daysAsked(days, this.clock);
    const stored = await this.ledgers.standing(scope, subject);
    const named = await this.policies.under(scope, day, days.policy);
    const { policy } = named;
    const { entries, incomplete } = await this.ledgers.entries(scope, subject, policy, known);
    const sent = await this.ledgers.asSent(scope, subject);
    const { explanation, without, smallest } = explainOtherwise(entries, day, policy);
    const beside = besideOf(entries, sent, without);
    return {
      ...numbersOf({ subject, day, known, incomplete: stored.incomplete || incomplete, named }, explanation),
      channels: scoredChannels(explanation.channels, beside),
      corroboration: { ...explanation.corroboration },
      exposure: { percent: wholePercent(explanation.exposure.percent), part: explanation.exposure.part },
      unscored: unscoredEvents(explanation.channels, { entries, policy }, beside),
      levels: policy.levels.map(({ name, enter, exit }) => ({ name, enter, exit })),
      history: toldHistory(explanation.steps, entries),
      fallsOn: fallsOf(explanation),
      joinings: [...(await this.ledgers.joinings(scope, subject))],
      overrides: await this.ledgers.overrides(scope, subject, day),
      smallest: smallest ? { atLeast: smallest.atLeast, eventIds: smallest.ids ? [...smallest.ids] : null } : null,
      sentence: NOT_A_FINDING,
    };
  }
}
