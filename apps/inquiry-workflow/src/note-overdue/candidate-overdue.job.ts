import { Injectable } from '@nestjs/common';
import { InquiryStore } from '#domain/inquiry/inquiry-store';
import { WorkflowJob } from '../work-jobs/workflow-job';
import { candidateOf } from './overdue-hints';

/** T1: the month to decide is over. The store asks the database clock again, so an early or a second call does nothing. */
@Injectable()
export class CandidateOverdueJob extends WorkflowJob {
  override readonly name = 'candidate-overdue';

  constructor(private readonly inquiries: InquiryStore) {
    super();
  }

  override async run(id: string): Promise<void> {
    await this.inquiries.noteOverdue(candidateOf(id));
  }
}
