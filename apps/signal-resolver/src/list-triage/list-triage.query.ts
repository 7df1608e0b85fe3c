import { Query } from '@nestjs/cqrs';
import type { TriagePage, TriageQuestion } from './triage-page';

/** What lies open for a person, the oldest first. */
export class ListTriage extends Query<TriagePage> {
  constructor(readonly question: TriageQuestion) {
    super();
  }
}
