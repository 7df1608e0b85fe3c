import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayInShanghai } from '#domain/calendar/day';
import { InquiryStore } from '#domain/inquiry/inquiry-store';
import { Clock } from '#platform/time/clock';
import { decideCandidate, type DecidedCandidate } from '../decide-candidate/decide-candidate';
import { ReviewDecision } from './review-decision.command';

@CommandHandler(ReviewDecision)
export class ReviewDecisionHandler implements ICommandHandler<ReviewDecision> {
  constructor(
    private readonly inquiries: InquiryStore,
    private readonly clock: Clock,
  ) {}

  async execute({ candidateId, by, review: { opinion, reason } }: ReviewDecision): Promise<DecidedCandidate> {
    const on = dayInShanghai(this.clock.now().getTime());
    const type = opinion === 'upheld' ? 'UpholdDecision' : 'WithdrawCandidate';
    return decideCandidate(this.inquiries, { type, candidateId, by, on, reason });
  }
}
