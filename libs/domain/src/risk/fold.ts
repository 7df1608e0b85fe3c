import { advance, applied, dayOfProcessing, type Applied } from '#domain/risk/advance';
import { floorsOf, withFloor } from '#domain/risk/floors';
import { NOTHING, valueOf, type Value } from '#domain/risk/signal-value';
import { Gauge } from '#domain/risk/gauge';
import { APART } from '#domain/risk/joining';
import { layOut } from '#domain/risk/lay';
import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { isGateOpen } from '#domain/risk/level';
import { difference, type Difference } from '#domain/risk/matters';
import type { Policy } from '#domain/risk/policy';
import { withPosts } from '#domain/risk/posts';
import { EMPTY_STATE, type SubjectState } from '#domain/risk/subject-state';
import { totalOn } from '#domain/risk/reading';
import { trail } from '#domain/risk/trail';

/** Whether `applyEntry` needs the subject's earlier entries; otherwise the state alone is enough. */
export function needsLedger(state: SubjectState, entry: LedgerEntry): boolean {
  if (!state.plain) return true;
  return entry.kind === 'change' || entry.kind === 'mitigation' || alwaysRefolds(entry);
}

/** What takes something back, or joins what stood apart, says something about the whole log (decision 0026). */
function alwaysRefolds({ kind }: LedgerEntry): boolean {
  return kind === 'withdrawal' || kind === 'link' || kind === 'campaign';
}

/**
 * The reading after one more entry. What raises a contribution is added with the signal's own day; what lowers one, takes
 * something back or joins matters or letters re-folds the ledger, so that the level too is as if the rest had never come.
 *
 * @param before the subject's earlier entries in log order; may be empty when `needsLedger` says no. Each id once: the
 *   caller drops what it has already applied
 * @throws RangeError 'signal-after-release' for a signal of a later day than its release, 'before-landmark' for one before
 *   2000-01-01
 * @see design risk-model 7
 */
export function applyEntry(state: SubjectState, entry: LedgerEntry, before: readonly LedgerEntry[], policy: Policy): Applied {
  const day = dayOfProcessing(state, entry);
  if (entry.kind === 'signal') checkDay(entry);
  if (!needsLedger(state, entry)) {
    if (entry.kind !== 'signal') return add(withPosts(state, entry), day, [], policy);
    return add(withFloor(state, entry, policy), day, [difference(entry, NOTHING, ownValue(entry, policy))], policy);
  }
  if (alwaysRefolds(entry)) return refold(state, entry, before, policy);
  const book = new LedgerBook(before, policy);
  const touched = book.touchedBy(entry);
  const were = touched.map((id) => ({ counted: book.valueOf(id), own: book.ownValueOf(id) }));
  book.record(entry);
  // Also of a letter that does not count now: it may have counted before another came.
  if (touched.some((id, place) => isLower(book.ownValueOf(id), were[place]?.own ?? NOTHING))) return refold(state, entry, before, policy);
  const differences = touched.flatMap((id, place) => {
    const signal = book.signal(id);
    return signal === undefined ? [] : [difference(signal, were[place]?.counted ?? NOTHING, book.valueOf(id))];
  });
  const posted = withPosts(state, entry, book.isWithdrawn(entry.id));
  const floors = floorsOf([...before, entry], book, policy);
  return add({ ...posted, floors, plain: book.complete }, day, differences, policy);
}

/** The state after all entries, the same as by `applyEntry` one by one, in one pass. */
export function foldSubject(entries: readonly LedgerEntry[], policy: Policy): SubjectState {
  for (const entry of entries) if (entry.kind === 'signal') checkDay(entry);
  if (entries.length === 0) return EMPTY_STATE;
  const log = layOut(entries, policy);
  const { stands, gauges, level, enteredOn } = trail(log, Infinity, policy);
  const today = gauges.at(-1) ?? new Gauge(APART, policy);
  const matters = today.matters();
  const asOf = stands.at(-1)?.day ?? 0;
  const gateOpen = isGateOpen(level, totalOn(matters, asOf, policy).grounded);
  const posted = entries.reduce((state, entry) => withPosts(state, entry, log.book.isWithdrawn(entry.id)), EMPTY_STATE);
  const floors = floorsOf(entries, log.book, policy);
  return { ...posted, joining: today.joining, matters, floors, level, enteredOn, asOf, gateOpen, plain: log.book.complete };
}

function add(state: SubjectState, day: number, differences: readonly Difference[], policy: Policy): Applied {
  return applied(advance(state, { day, differences }, policy));
}

function refold(state: SubjectState, entry: LedgerEntry, before: readonly LedgerEntry[], policy: Policy): Applied {
  const step = { day: dayOfProcessing(state, entry), differences: [] };
  const lower = advance(state, step, policy).before;
  return applied({ state: foldSubject([...before, entry], policy), before: lower }, true);
}

function ownValue(signal: SignalEntry, policy: Policy): Value {
  const { status, grade, mitigation = 100 } = signal;
  return valueOf(signal, { status, grade, mitigation }, policy);
}

function isLower(is: Value, was: Value): boolean {
  return is.odds < was.odds || is.solid < was.solid || is.grave < was.grave;
}

function checkDay({ day, releasedOn }: SignalEntry): void {
  if (day > releasedOn) throw new RangeError('signal-after-release');
}
