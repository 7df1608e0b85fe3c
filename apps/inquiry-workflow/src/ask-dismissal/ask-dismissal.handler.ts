import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { InquiryStore } from '#domain/inquiry/inquiry-store';
import { decideCandidate, type DecidedCandidate } from '../decide-candidate/decide-candidate';
import { AskDismissal } from './ask-dismissal.command';

@CommandHandler(AskDismissal)
export class AskDismissalHandler implements ICommandHandler<AskDismissal> {
  constructor(private readonly inquiries: InquiryStore) {}

  async execute({ candidateId, by, reason }: AskDismissal): Promise<DecidedCandidate> {
    return decideCandidate(this.inquiries, { type: 'AskDismissal', candidateId, by, reason });
  }
}
