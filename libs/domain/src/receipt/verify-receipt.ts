import { dayOf } from '#domain/calendar/day';
import { boundBy, makeReceipt } from '#domain/receipt/make-receipt';
import { type Hash, RECEIPT_FORMAT, type ReceiptLine, type ScoreReceipt } from '#domain/receipt/receipt';
import { ledgerEntry } from '#domain/receipt/receipt-entry';
import { RECEIPT_SHAPE } from '#domain/receipt/receipt-shape';
import { at, isObject, stepsOf } from '#domain/risk/json-shape';
import { policyProblems } from '#domain/risk/parse-policy';
import type { Policy } from '#domain/risk/policy';

/** What was altered: what went into the reading, the order of it, the rules, what came out, or the frame; `log` by the event log alone. */
export type AlteredPart = 'form' | 'head' | 'policy' | 'input' | 'order' | 'result' | 'reading' | 'digest' | 'log';

/** One place at which a receipt is not what it was when it was issued. */
export interface Alteration {
  readonly part: AlteredPart;
  /** JSON pointer into the receipt. */
  readonly pointer: string;
  /** From 1 on, by the place in the file, and the id of its entry; undefined where it is no line's. */
  readonly line?: { readonly place: number; readonly id: string };
  /** What stands there and what should. */
  readonly is?: unknown;
  readonly should?: unknown;
  /** The code of what is wrong with the form. */
  readonly code?: string;
}

export type Verdict =
  | { readonly kind: 'verified'; readonly receipt: ScoreReceipt }
  | { readonly kind: 'altered'; readonly alterations: readonly Alteration[] }
  /** No receipt at all, one of another version, or one whose policy is neither in it nor given. */
  | { readonly kind: 'unreadable'; readonly because: 'not-a-receipt' | 'other-version' | 'no-policy'; readonly found?: string };

/**
 * Makes the reading again from what the receipt says went into it, and names each place that does not hold. The causes come first: what
 * follows from something altered is not told as altered too.
 * @param json a parsed JSON value
 * @param given the policy document, where the receipt has none or another one is trusted
 */
export function verifyReceipt(json: unknown, hash: Hash, given?: unknown): Verdict {
  if (!isObject(json) || typeof json['format'] !== 'string') return { kind: 'unreadable', because: 'not-a-receipt' };
  if (json['format'] !== RECEIPT_FORMAT) return { kind: 'unreadable', because: 'other-version', found: json['format'] };
  const wrong = RECEIPT_SHAPE(json, '');
  if (wrong.length > 0) return altered(wrong.map(({ pointer, code }) => ({ part: 'form', ...placedAt(pointer, json), code })));
  const receipt = json as unknown as ScoreReceipt;
  const policy = given ?? receipt.policy;
  if (policy === undefined) return { kind: 'unreadable', because: 'no-policy' };
  const causes = [...headAlterations(receipt, hash), ...policyAlterations(receipt, policy, hash), ...lineAlterations(receipt, hash)];
  if (causes.length > 0) return altered(causes);
  const results = resultAlterations(receipt, policy as Policy, hash);
  if (results.length > 0) return altered(results);
  const digest = hash(boundBy(receipt));
  if (digest !== receipt.digest) return altered([{ part: 'digest', pointer: '/digest', is: receipt.digest, should: digest }]);
  return { kind: 'verified', receipt };
}

const altered = (alterations: readonly Alteration[]): Verdict => ({ kind: 'altered', alterations });

/** The line to which a place belongs, as far as it can be read. */
function placedAt(pointer: string, json: unknown): Pick<Alteration, 'pointer' | 'line'> {
  const [list, nth] = stepsOf(pointer);
  if (list !== 'lines' || nth === undefined) return { pointer };
  const lines = isObject(json) ? json['lines'] : undefined;
  const line: unknown = Array.isArray(lines) ? lines[Number(nth)] : undefined;
  const entry = isObject(line) ? line['entry'] : undefined;
  const id = isObject(entry) && typeof entry['id'] === 'string' ? entry['id'] : '';
  return { pointer, line: { place: Number(nth) + 1, id } };
}

function headAlterations({ head, headHash, lines }: ScoreReceipt, hash: Hash): Alteration[] {
  const should = hash(head);
  if (should !== headHash) return [{ part: 'head', pointer: '/head', is: headHash, should }];
  return head.lines === lines.length ? [] : [{ part: 'order', pointer: '/lines', is: lines.length, should: head.lines }];
}

function policyAlterations({ head }: ScoreReceipt, policy: unknown, hash: Hash): Alteration[] {
  const is = hash(policy);
  if (is !== head.policy.hash) return [{ part: 'policy', pointer: '/policy', is, should: head.policy.hash }];
  return policyProblems(policy).map(({ pointer, code }) => ({ part: 'policy', pointer: `/policy${pointer}`, code }));
}

/** One alteration a line: its input, or else how it joins the line before. */
function lineAlterations({ head, headHash, lines }: ScoreReceipt, hash: Hash): Alteration[] {
  let before = [headHash, hash(head)];
  return lines.flatMap((each, place): Alteration[] => {
    const { log, entry, line, inputHash, chain } = each;
    const input = hash({ log, entry });
    const chains = before.map((previous) => hash({ previous, line, inputHash: input }));
    const joins = line === place + 1 && chains.includes(chain);
    // The hash of the line before may itself be what was altered: then this line still joins what that one should be.
    before = joins ? [chain] : [chain, chains[0] ?? chain];
    if (input !== inputHash) return [{ part: 'input', ...atLine(each, place), is: input, should: inputHash }];
    return joins ? [] : [{ part: 'order', ...atLine(each, place), is: line, should: place + 1 }];
  });
}

const atLine = ({ entry }: ReceiptLine, place: number): Required<Pick<Alteration, 'pointer' | 'line'>> => ({
  pointer: at('/lines', place),
  line: { place: place + 1, id: entry.id },
});

/** The whole receipt is made again; whatever differs does not follow. */
function resultAlterations(receipt: ScoreReceipt, policy: Policy, hash: Hash): Alteration[] {
  const again = madeAgain(receipt, policy, hash);
  if (again === undefined) return [{ part: 'reading', pointer: '/reading' }];
  const ofLines = receipt.lines.flatMap((each, place) =>
    differences(each.result, again.lines[place]?.result, '').map(({ pointer, is, should }): Alteration => {
      const where = atLine(each, place);
      return { part: 'result', ...where, pointer: `${where.pointer}/result${pointer}`, is, should };
    }),
  );
  const ofReading = differences(receipt.reading, again.reading, '/reading').map((each): Alteration => ({ part: 'reading', ...each }));
  const ofHead = differences(receipt.head, again.head, '/head').map((each): Alteration => ({ part: 'head', ...each }));
  return [...ofLines, ...ofReading, ...ofHead];
}

/** Undefined where the entries can be folded by nobody. */
function madeAgain({ head, lines }: ScoreReceipt, policy: Policy, hash: Hash): ScoreReceipt | undefined {
  const ledger = lines.map(({ entry, log }) => ({ entry: ledgerEntry(entry), log }));
  const { subject, incomplete: waiting, sentence } = head;
  try {
    return makeReceipt({ subject, asOf: dayOf(head.asOf), knownOn: dayOf(head.knownOn), policy, ledger, waiting, sentence }, hash);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Difference {
  readonly pointer: string;
  readonly is: unknown;
  readonly should: unknown;
}

/** The leaves at which two JSON values differ; lists of different length, and what is there on one side alone, as a whole. */
function differences(is: unknown, should: unknown, pointer: string): readonly Difference[] {
  if (Array.isArray(is) && Array.isArray(should) && is.length === should.length) {
    return is.flatMap((member, place) => differences(member, should[place], at(pointer, place)));
  }
  if (isObject(is) && isObject(should)) {
    return Object.keys({ ...is, ...should }).flatMap((name) => differences(is[name], should[name], at(pointer, name)));
  }
  return is === should ? [] : [{ pointer, is, should }];
}
