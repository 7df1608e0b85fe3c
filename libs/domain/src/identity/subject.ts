import type { Identity } from '#domain/identity/resolve-identity';

/** A subject of readings as topics, ledger and answers name it: a cadre by an opaque id, a unit by its code. */
const UNIT = 'unit:';

export const unitSubject = (unitCode: string): string => `${UNIT}${unitCode}`;

/** Whom an identity means, a cadre's id or a unit; undefined when that is not sure. */
export function subjectOf(identity: Identity): string | undefined {
  if (identity.kind === 'unit') return unitSubject(identity.unitCode);
  return identity.kind === 'cadre' ? identity.cadreId : undefined;
}

/** The code of a unit by its subject. */
export const unitCodeOf = (subject: string): string => subject.slice(UNIT.length);

/** Only a cadre can be a candidate: a letter asks a person. A unit has levels and edges (design: risk-model 7). */
export const isCadre = (subject: string): boolean => subject.startsWith('cadre:');
