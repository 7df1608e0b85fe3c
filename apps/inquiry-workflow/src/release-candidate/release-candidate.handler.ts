import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayInShanghai } from '#domain/calendar/day';
import { InquiryStore } from '#domain/inquiry/inquiry-store';
import { Clock } from '#platform/time/clock';
import { decideCandidate, type DecidedCandidate } from '../decide-candidate/decide-candidate';
import { ReleaseCandidate } from './release-candidate.command';

@CommandHandler(ReleaseCandidate)
export class ReleaseCandidateHandler implements ICommandHandler<ReleaseCandidate> {
  constructor(
    private readonly inquiries: InquiryStore,
    private readonly clock: Clock,
  ) {}

  async execute({ candidateId, by, reason }: ReleaseCandidate): Promise<DecidedCandidate> {
    const on = dayInShanghai(this.clock.now().getTime());
    return decideCandidate(this.inquiries, { type: 'ReleaseCandidate', candidateId, by, on, reason });
  }
}
