import { dateOf, type Day } from '#domain/calendar/day';
import { type Hash, type LineResult, type LogPlace, RECEIPT_FORMAT, type ReceiptReading, type ScoreReceipt } from '#domain/receipt/receipt';
import { toldEntry } from '#domain/receipt/receipt-entry';
import { type EventPart, explain, type Explanation } from '#domain/risk/explain';
import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { levelName } from '#domain/risk/level';
import type { Policy } from '#domain/risk/policy';
import { readableUnder } from '#domain/risk/under-policy';

/** An entry as the log has it, whatever a policy makes of it. */
export interface PlacedEntry {
  readonly entry: LedgerEntry;
  readonly log: LogPlace;
}

export interface ReceiptAsked {
  readonly subject: string;
  readonly asOf: Day;
  readonly knownOn: Day;
  readonly policy: Policy;
  /** In log order, up to the day that is known. */
  readonly ledger: readonly PlacedEntry[];
  /** Whether something about the subject waits and is not in the ledger. */
  readonly waiting: boolean;
  readonly sentence: string;
}

/**
 * The receipt of one reading, policy and all.
 * @see design peers 2.3 and decision 0032
 */
export function makeReceipt(asked: ReceiptAsked, hash: Hash): ScoreReceipt {
  const { subject, asOf, policy, ledger, waiting, sentence } = asked;
  const entries = ledger.flatMap(({ entry }) => readableUnder(entry, policy) ?? []);
  const explanation = explain(entries, asOf, policy);
  const head = {
    subject,
    asOf: dateOf(asOf),
    knownOn: dateOf(asked.knownOn),
    policy: { name: policy.name, hash: hash(policy) },
    incomplete: waiting || entries.length < ledger.length,
    lines: ledger.length,
    sentence,
  };
  const headHash = hash(head);
  const results = resultsOf(entries, explanation);
  const book = new LedgerBook(entries, policy);
  const resultIn = (entry: LedgerEntry): LineResult | null =>
    entry.kind === 'signal' && !book.isMoved(entry) ? (results.get(entry.id) ?? null) : null;
  let previous = headHash;
  const lines = ledger.map(({ entry: kept, log }, place) => {
    const entry = toldEntry(kept);
    const inputHash = hash({ log, entry });
    const line = place + 1;
    previous = hash({ previous, line, inputHash });
    return { line, log, entry, inputHash, chain: previous, result: resultIn(kept) };
  });
  const bound = { format: RECEIPT_FORMAT, head, headHash, lines, reading: readingIn(explanation) } as const;
  return { ...bound, policy, digest: hash(boundBy(bound)) };
}

/** What the digest is of: all but itself and the policy, which the head names. */
export function boundBy({ format, head, headHash, lines, reading }: Omit<ScoreReceipt, 'digest'>): unknown {
  return { format, head, headHash, lines, reading };
}

function resultsOf(entries: readonly LedgerEntry[], { channels }: Explanation): ReadonlyMap<string, LineResult> {
  const scores = new Map(entries.flatMap((entry) => (entry.kind === 'signal' ? [[entry.id, entry.s]] : [])));
  const events = channels.flatMap(({ matters }) => matters.flatMap((matter) => matter.events));
  return new Map(events.map((event) => [event.id, resultOf(event, scores.get(event.id) ?? 0)]));
}

function resultOf({ grade, status, matter, countedIn, c, decayed, part }: EventPart, s: number): LineResult {
  return { s, grade, status, matter, countedIn: countedIn ?? null, fresh: c, decayed, part };
}

function readingIn({ E, P, odds, level, gateOpen, leadingMatter, ...rest }: Explanation): ReceiptReading {
  return {
    e: E,
    p: P,
    odds,
    level: levelName(level),
    gateOpen,
    leadingMatter: leadingMatter ?? null,
    channels: rest.channels.map(({ channel, odds: ofChannel, part, matters }) => ({
      channel,
      odds: ofChannel,
      part,
      matters: matters.map((matter) => ({ matter: matter.matter, y: matter.y, part: matter.part })),
    })),
    corroboration: { ...rest.corroboration },
    exposure: { ...rest.exposure.percent, part: rest.exposure.part },
    history: rest.steps.map((step) => ({ day: dateOf(step.day), level: levelName(step.level), e: step.E, cause: step.cause })),
  };
}
