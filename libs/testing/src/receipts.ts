import { createHash } from 'node:crypto';
import { makeReceipt, type ReceiptAsked } from '#domain/receipt/make-receipt';
import type { Hash, ScoreReceipt } from '#domain/receipt/receipt';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { canonicalJson } from '#platform/canonical-json';

export const sha256: Hash = (value) => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** A receipt as it comes out of a file: of these entries, one at each offset, on a day. */
export function aReceipt(entries: readonly LedgerEntry[], asked: Partial<ReceiptAsked> = {}): ScoreReceipt {
  const ledger = entries.map((entry, offset) => ({ entry, log: { topic: 'risk.signals.v1', partition: 3, offset, place: 0 } }));
  const last = entries.at(-1)?.releasedOn ?? 0;
  const given = { subject: 'cadre:a', asOf: last, knownOn: last, policy: SHIPPED_POLICY, ledger, waiting: false, sentence: '不是结论' };
  return JSON.parse(JSON.stringify(makeReceipt({ ...given, ...asked }, sha256))) as ScoreReceipt;
}
