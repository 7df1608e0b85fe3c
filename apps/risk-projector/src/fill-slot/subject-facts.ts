import type { Policy } from '#domain/risk/policy';
import type { DecodedFact } from '../project-signals/decode-facts';
import { assignmentOf, placedFact, type PlacedFact } from '../reading-slots/placed-fact';

interface Gathered {
  readonly facts: PlacedFact[];
  readonly known: Set<string>;
}

/** The facts of many subjects as they come out of the log, each of them once. */
export class SubjectFacts {
  private readonly bySubject = new Map<string, Gathered>();

  constructor(private readonly policy: Policy) {}

  add({ offset, fact }: DecodedFact): void {
    let gathered = this.bySubject.get(fact.subject);
    if (!gathered) this.bySubject.set(fact.subject, (gathered = { facts: [], known: new Set() }));
    const key = `${fact.eventId} ${assignmentOf(fact)}`;
    if (gathered.known.has(key)) return;
    gathered.known.add(key);
    gathered.facts.push(placedFact(offset, fact, this.policy));
  }

  *subjects(): Generator<readonly [subject: string, facts: readonly PlacedFact[]]> {
    for (const [subject, { facts }] of this.bySubject) yield [subject, facts];
  }
}
