/** A subject of readings as topics, ledger and answers name it: a cadre by an opaque id, a unit by its code. */
const UNIT = 'unit:';

export const unitSubject = (unitCode: string): string => `${UNIT}${unitCode}`;

/** Only a cadre can be a candidate: a letter asks a person. A unit has levels and edges (design: risk-model 7). */
export const isCadre = (subject: string): boolean => subject.startsWith('cadre:');
