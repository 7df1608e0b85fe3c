import type { Policy } from '#domain/risk/policy';
import type { DecodedFact } from '../project-signals/decode-facts';
import { assignmentOf, placedFact, type PlacedFact } from '../reading-slots/placed-fact';

/** As they came, repetitions included: to look for these waits until the subject is folded, so that nothing more has to be kept. */
interface Gathered {
  readonly facts: PlacedFact[];
  /** That of each fact. */
  readonly assignments: number[];
}

/** The facts of many subjects as they come out of the log, each of them once. */
export class SubjectFacts {
  private readonly bySubject = new Map<string, Gathered>();

  constructor(private readonly policy: Policy) {}

  add({ offset, fact }: DecodedFact): void {
    let gathered = this.bySubject.get(fact.subject);
    if (!gathered) this.bySubject.set(fact.subject, (gathered = { facts: [], assignments: [] }));
    gathered.facts.push(placedFact(offset, fact, this.policy));
    gathered.assignments.push(assignmentOf(fact));
  }

  *subjects(): Generator<readonly [subject: string, facts: readonly PlacedFact[]]> {
    for (const [subject, gathered] of this.bySubject) yield [subject, eachOnce(gathered)];
  }
}

function eachOnce({ facts, assignments }: Gathered): readonly PlacedFact[] {
  const known = new Set<string>();
  return facts.filter(({ eventId }, place) => {
    const assignment = assignments[place];
    return known.size < known.add(assignment === 1 ? eventId : `${eventId} ${assignment}`).size;
  });
}
