import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { InquiryStore } from '#domain/inquiry/inquiry-store';
import { decideCandidate, type DecidedCandidate } from '../decide-candidate/decide-candidate';
import { RefuseDismissal } from './refuse-dismissal.command';

@CommandHandler(RefuseDismissal)
export class RefuseDismissalHandler implements ICommandHandler<RefuseDismissal> {
  constructor(private readonly inquiries: InquiryStore) {}

  async execute({ candidateId, by, reason }: RefuseDismissal): Promise<DecidedCandidate> {
    return decideCandidate(this.inquiries, { type: 'RefuseDismissal', candidateId, by, reason });
  }
}
