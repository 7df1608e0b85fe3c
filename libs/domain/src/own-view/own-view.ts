import { ASPECTS, type Aspect, aspectOf } from '#domain/own-view/aspects';
import { mustBeNamed } from '#domain/points/carrying-codes';
import { type DecidedFact, factsOfLedger } from '#domain/points/facts';
import { kindIn } from '#domain/risk/closed-fields';
import { OUTSIDE_GROUPS } from '#domain/risk/independence-group';
import { compareText } from '#domain/risk/integers';
import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import type { Policy, Status } from '#domain/risk/policy';

/** What an organ's own checks came to in one aspect: one line, however many there were. */
export interface OwnFinding {
  readonly aspect: Aspect;
  /** Whether anything in it was found true; false where all of it was found untrue. */
  readonly borneOut: boolean;
}

/** A measure or sanction that was served on the person; each kind once. */
export interface OwnDecision {
  readonly code: string;
  /** The word that its type gives for the kind, such as 记过; undefined where the type has none. */
  readonly kind: string | undefined;
}

/** What of a ledger the person concerned may be shown. No day, no count, no source, no score. */
export interface OwnView {
  readonly findings: readonly OwnFinding[];
  readonly decisions: readonly OwnDecision[];
}

/**
 * What the person concerned may be shown of what is known: of conclusions of organs the aspect and whether it was borne out, and what
 * was decided. Whatever is not named here stays out, so that a new type cannot slip in: reports of anybody (petitions, media, the
 * members of a team), clues, what is not checked to its end, and what was withdrawn or found malicious. None of that changes what
 * is shown, so nobody can tell from it that there is a report.
 * @see design risk-model 11; domain safeguards 9: 信访工作条例 arts 30(3), 46(5), 检举控告工作规则 arts 38, 47, 50
 */
export function ownView(entries: readonly LedgerEntry[], policy: Policy): OwnView {
  const book = new LedgerBook(entries, policy);
  const told = entries.filter((entry) => entry.kind === 'signal').filter(isWordOfAnOrgan);
  const judged = told.map((signal) => ({ signal, status: book.judgementOf(signal).status }));
  return { findings: findingsOf(judged), decisions: decisionsOf(judged) };
}

/** What may carry points in what the person concerned is shown: of the same words of organs, and of nothing else that was verified. */
export function ownFacts(entries: readonly LedgerEntry[], policy: Policy): readonly DecidedFact[] {
  const told = new Set(entries.filter((entry) => entry.kind === 'signal' && isWordOfAnOrgan(entry)).map(({ id }) => id));
  return factsOfLedger(entries, policy).filter(({ id }) => told.has(id));
}

/** The organ's own finding: not what somebody told it, and not what it has from the public or the media. */
function isWordOfAnOrgan({ channel, group, reporterKind }: SignalEntry): boolean {
  return reporterKind === 'agency-finding' && ![channel, group].some((source) => OUTSIDE_GROUPS.includes(source));
}

interface Judged {
  readonly signal: SignalEntry;
  readonly status: Status;
}

function findingsOf(judged: readonly Judged[]): readonly OwnFinding[] {
  return ASPECTS.flatMap((aspect): readonly OwnFinding[] => {
    const statuses = judged.filter(({ signal }) => aspectOf(signal.code ?? '') === aspect).map(({ status }) => status);
    if (statuses.includes('verified')) return [{ aspect, borneOut: true }];
    return statuses.includes('refuted') ? [{ aspect, borneOut: false }] : [];
  });
}

/** In an order of their own: that in which they came would tell which was first. */
function decisionsOf(judged: readonly Judged[]): readonly OwnDecision[] {
  const decisions = judged.flatMap(({ signal: { code, fields = {} }, status }) => {
    if (code === undefined || status !== 'verified' || !mustBeNamed(code)) return [];
    return [{ code, kind: kindIn(fields) }];
  });
  const keyOf = ({ code, kind }: OwnDecision): string => `${code} ${kind ?? ''}`;
  const once = new Map(decisions.map((decision) => [keyOf(decision), decision]));
  return [...once].toSorted(([a], [b]) => compareText(a, b)).map(([, decision]) => decision);
}
