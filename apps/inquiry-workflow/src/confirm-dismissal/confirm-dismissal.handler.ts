import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayInShanghai } from '#domain/calendar/day';
import { InquiryStore } from '#domain/inquiry/inquiry-store';
import { Clock } from '#platform/time/clock';
import { decideCandidate, type DecidedCandidate } from '../decide-candidate/decide-candidate';
import { ConfirmDismissal } from './confirm-dismissal.command';

@CommandHandler(ConfirmDismissal)
export class ConfirmDismissalHandler implements ICommandHandler<ConfirmDismissal> {
  constructor(
    private readonly inquiries: InquiryStore,
    private readonly clock: Clock,
  ) {}

  async execute({ candidateId, by }: ConfirmDismissal): Promise<DecidedCandidate> {
    const on = dayInShanghai(this.clock.now().getTime());
    return decideCandidate(this.inquiries, { type: 'ConfirmDismissal', candidateId, by, on });
  }
}
