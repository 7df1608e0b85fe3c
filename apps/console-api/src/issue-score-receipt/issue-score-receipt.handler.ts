import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { NOT_A_FINDING } from '#contracts/console/cadres';
import { makeReceipt } from '#domain/receipt/make-receipt';
import type { ScoreReceipt } from '#domain/receipt/receipt';
import { namedJson } from '#platform/json/named-json';
import { Clock } from '#platform/time/clock';
import { daysAsked, today } from '../asking/as-of';
import { PoliciesInForce } from '../policy-in-force/policies-in-force';
import { SubjectLedgers } from '../tell-reading/subject-ledgers';
import { IssueScoreReceipt } from './issue-score-receipt.query';

/** The same reading as on the portrait, with all that went into it; without a day that is known, by what is known today. */
@QueryHandler(IssueScoreReceipt)
export class IssueScoreReceiptHandler implements IQueryHandler<IssueScoreReceipt> {
  constructor(
    private readonly ledgers: SubjectLedgers,
    private readonly policies: PoliciesInForce,
    private readonly clock: Clock,
  ) {}

  async execute({ scope, subject, days }: IssueScoreReceipt): Promise<ScoreReceipt> {
    const { day: asOf, known } = daysAsked(days, this.clock);
    const { incomplete: waiting } = await this.ledgers.standing(scope, subject);
    const { policy } = await this.policies.under(scope, asOf, days.policy);
    const ledger = await this.ledgers.placed(scope, subject, known);
    const asked = { subject, asOf, knownOn: known ?? today(this.clock), policy, ledger, waiting, sentence: NOT_A_FINDING };
    return makeReceipt(asked, (value) => namedJson(value).hash);
  }
}
