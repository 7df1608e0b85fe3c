import type { Evidence } from '#contracts/console/signals';
import type { RiskFact } from '#contracts/risk/risk-facts';
import type { Identity } from '#domain/identity/resolve-identity';
import { unitSubject } from '#domain/identity/subject';
import type { Placed, Release } from './facts';
import type { KnownEvent } from './ground';

/** Why an event leaves triage when its own sender has said that it is wrong. */
export const BY_ITS_SOURCE = {
  corrected: { by: null, because: 'corrected-by-its-source', reason: null },
  withdrawn: { by: null, because: 'withdrawn-by-its-source', reason: null },
} as const;

/** A release with what settled whom it is about. */
export type Settled = Release & { readonly evidence: Evidence };

export function settledOn(identity: Extract<Identity, { kind: 'cadre' | 'unit' }>): Omit<Settled, 'releasedOn'> {
  if (identity.kind === 'unit') return { subject: unitSubject(identity.unitCode), evidence: 'unit-code' };
  return { subject: identity.cadreId, evidence: identity.by };
}

/** Which time it is given to this subject. */
export function placeOf({ assignment = 1, takenFrom = [] }: Pick<KnownEvent, 'assignment' | 'takenFrom'> = {}, subject: string): Placed {
  return assignment > 1 ? { assignment, again: takenFrom.includes(subject) } : {};
}

/** What was decided about a signal before it is released anew comes before it: nobody is alarmed by what had been refuted. */
export function decisionsFirst(facts: readonly RiskFact[], eventId: string): readonly RiskFact[] {
  const day = facts.find((fact) => fact.eventId === eventId)?.releasedOn ?? '';
  const isDecision = (fact: RiskFact): boolean => fact.kind === 'change' && fact.target === eventId && fact.releasedOn <= day;
  return [...facts.filter(isDecision), ...facts.filter((fact) => !isDecision(fact))];
}
