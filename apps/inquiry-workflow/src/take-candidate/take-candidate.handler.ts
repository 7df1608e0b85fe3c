import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayInShanghai } from '#domain/calendar/day';
import { InquiryStore } from '#domain/inquiry/inquiry-store';
import { Clock } from '#platform/time/clock';
import { decideCandidate, type DecidedCandidate } from '../decide-candidate/decide-candidate';
import { TakeCandidate } from './take-candidate.command';

@CommandHandler(TakeCandidate)
export class TakeCandidateHandler implements ICommandHandler<TakeCandidate> {
  constructor(
    private readonly inquiries: InquiryStore,
    private readonly clock: Clock,
  ) {}

  async execute({ candidateId, by, clueNumber }: TakeCandidate): Promise<DecidedCandidate> {
    const on = dayInShanghai(this.clock.now().getTime());
    return decideCandidate(this.inquiries, { type: 'TakeCandidate', candidateId, by, on, clueNumber });
  }
}
