import { Query } from '@nestjs/cqrs';
import type { FoundCadres, TriageFile, TriagePage, TriageQuestion } from '#contracts/console/triage';
import type { Scope } from '#persistence/database';

/** What lies open for a person, the oldest first. */
export class ListTriage extends Query<TriagePage> {
  constructor(
    readonly scope: Scope,
    readonly question: TriageQuestion,
  ) {
    super();
  }
}

/** One open item with what it says. */
export class ShowTriageItem extends Query<TriageFile> {
  constructor(
    readonly scope: Scope,
    readonly eventId: string,
  ) {
    super();
  }
}

/** Cadres by name, for an open item that fits none of its candidates. */
export class FindCadres extends Query<FoundCadres> {
  constructor(
    readonly scope: Scope,
    readonly eventId: string,
    readonly name: string,
  ) {
    super();
  }
}
