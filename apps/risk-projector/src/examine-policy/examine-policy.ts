import { CATALOGUE, signalOfCode } from '#contracts/signals/catalogue';
import { closedFieldsOf } from '#contracts/signals/closed-fields';
import { AUTHORITIES, REPORTER_KINDS } from '#contracts/signals/common';
import type { SignalType } from '#contracts/signals/define-signal';
import { POINTS_TYPES } from '#contracts/signals/points-types';
import { checkScheme } from '#domain/points/check-scheme';
import { completeOdds } from '#domain/policy/complete-odds';
import { tellFinding } from '#domain/policy/finding-sentences';
import { type Known, type KnownType, oddsFindings } from '#domain/policy/odds-findings';
import type { Examine, Finding, PolicyKind } from '#domain/policy/policy-life';
import type { SignalLabels } from '#domain/policy/policy-places';
import { KIND_FIELDS } from '#domain/risk/closed-fields';
import { namedJson } from '#platform/json/named-json';
import { Problem } from '#platform/http/problem';
import { readJson } from '#platform/json/read-json';

function kindsOf({ fields }: SignalType): readonly string[] {
  return Object.entries(closedFieldsOf(fields)).flatMap(([name, field]) =>
    KIND_FIELDS.includes(name) && field.kind === 'one-of' ? field.values : [],
  );
}

const TYPES: readonly KnownType[] = CATALOGUE.map((type) => ({
  code: type.code,
  effect: type.effect,
  severities: type.severities,
  kinds: kindsOf(type),
  tellsEnd: Object.hasOwn(type.fields, 'expiry'),
  ...(type.effect === 'not-scored' ? { because: type.because } : {}),
}));

const KNOWN: Known = { types: TYPES, reporterKinds: REPORTER_KINDS, authorities: AUTHORITIES };

/** Types of signals as the catalogue calls them. */
export const signalLabels: SignalLabels = (code) => {
  const type = signalOfCode(code);
  return type && { zh: type.label, en: code };
};

/** What a kind of policy makes of a document: what its author may leave out, and what is wrong with it. */
interface Examination {
  readonly complete: (json: unknown) => unknown;
  readonly findings: (json: unknown) => readonly Finding[];
}

const EXAMINATIONS: Readonly<Record<PolicyKind, Examination>> = {
  odds: { complete: completeOdds, findings: (json) => oddsFindings(json, KNOWN).map((problem) => tellFinding(problem, signalLabels)) },
  points: { complete: (json) => json, findings: (json) => checkScheme(json, POINTS_TYPES) },
};

/** What is wrong with a text that is no JSON, or not the same JSON to every reader. */
function unreadable(error: unknown): readonly Finding[] {
  if (!(error instanceof Problem)) throw error;
  const places = error.errors.length > 0 ? error.errors : [{ pointer: '', code: error.code }];
  // The sentence of the reader names the place in the text, which the table of sentences cannot.
  return places.map(({ pointer, code }) => ({ ...tellFinding({ pointer, code }, signalLabels), zh: error.detail }));
}

export const examinePolicy: Examine = (kind, text) => {
  const examination = EXAMINATIONS[kind];
  try {
    const json = examination.complete(readJson(text));
    return { sent: { text, ...namedJson(json) }, findings: examination.findings(json) };
  } catch (error) {
    return { sent: { text, document: null, hash: null }, findings: unreadable(error) };
  }
};
