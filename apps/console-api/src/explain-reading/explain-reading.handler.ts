import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type ExplanationAnswer, NOT_A_FINDING } from '#contracts/console/cadres';
import { dateOf, type Day } from '#domain/calendar/day';
import { explain, type Explanation } from '#domain/risk/explain';
import { levelHistory } from '#domain/risk/history';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { levelName } from '#domain/risk/level';
import { Clock } from '#platform/time/clock';
import { dayAsked } from '../asking/as-of';
import { POLICY_IN_FORCE } from '../policy-in-force/policy-in-force';
import { SubjectLedgers } from '../tell-reading/subject-ledgers';
import { numbersOf, wholePercent } from '../tell-reading/numbers-of';
import { ExplainReading } from './explain-reading.query';
import { scoredChannels, unscoredEvents, weightsOf } from './explained-events';

function historyOf(entries: readonly LedgerEntry[], lastEntryOn: Day, day: Day): ExplanationAnswer['history'] {
  return levelHistory(entries, POLICY_IN_FORCE, Math.max(day, lastEntryOn))
    .filter((step) => step.day <= day)
    .map(({ day: on, level, E, cause }) => ({ day: dateOf(on), level: levelName(level), e: E, cause }));
}

function fallsOf({ fallsOn }: Explanation): ExplanationAnswer['fallsOn'] {
  return fallsOn.map(({ level, day }) => ({ to: levelName(level - 1), day: dateOf(day) }));
}

@QueryHandler(ExplainReading)
export class ExplainReadingHandler implements IQueryHandler<ExplainReading> {
  constructor(
    private readonly ledgers: SubjectLedgers,
    private readonly clock: Clock,
  ) {}

  async execute({ scope, subject, asOf }: ExplainReading): Promise<ExplanationAnswer> {
    const day = dayAsked(asOf, this.clock);
    const { state, incomplete } = await this.ledgers.standing(scope, subject);
    const entries = await this.ledgers.entries(scope, subject);
    const sent = await this.ledgers.asSent(scope, subject);
    const explanation = explain(entries, day, POLICY_IN_FORCE);
    return {
      ...numbersOf({ subject, day, incomplete }, explanation),
      channels: scoredChannels(explanation.channels, weightsOf(entries), sent),
      corroboration: { ...explanation.corroboration },
      exposure: { percent: wholePercent(explanation.exposure.percent), part: explanation.exposure.part },
      unscored: unscoredEvents(explanation.channels, entries, sent),
      levels: POLICY_IN_FORCE.levels.map(({ name, enter, exit }) => ({ name, enter, exit })),
      history: historyOf(entries, state.asOf, day),
      fallsOn: fallsOf(explanation),
      sentence: NOT_A_FINDING,
    };
  }
}
