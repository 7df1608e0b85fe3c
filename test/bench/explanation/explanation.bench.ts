import { explainOtherwise } from '#domain/risk/counterfactual';
import { foldSubject } from '#domain/risk/fold';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { LAST_DAY, longLedger } from './long-ledger';

/** Of the explanation of one subject, and of the least that any explanation needs: its ledger parsed and folded once. In milliseconds. */
export interface Explained {
  readonly p50: number;
  readonly p99: number;
  readonly limitP50: number;
  readonly limitP99: number;
  readonly explanations: number;
}

export const EXPLANATION_BAR_MS = 50;

const SUBJECTS = 5;
const ROUNDS = 60;
const WARM_UP = 5;

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function millisOf(work: () => void): number {
  const began = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - began) / 1e6;
}

/** Explanations of subjects with 2,000 signals, counterfactuals included, and the limit in turn: a drift of the machine hits both. */
export function benchExplanation(): Explained {
  const ledgers = Array.from({ length: SUBJECTS }, (_, seed) => longLedger(seed + 1).map((entry) => JSON.stringify(entry)));
  const ours: number[] = [];
  const limit: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const texts of ledgers) {
      const read = (): LedgerEntry[] => texts.map((text) => JSON.parse(text) as LedgerEntry);
      const day = LAST_DAY + (round + WARM_UP);
      const explained = millisOf(() => explainOtherwise(read(), day, policy));
      const folded = millisOf(() => foldSubject(read(), policy));
      if (round < 0) continue;
      ours.push(explained);
      limit.push(folded);
    }
  }
  const [a, b] = [ours, limit].map((values) => values.toSorted((left, right) => left - right));
  return {
    p50: percentile(a ?? [], 0.5),
    p99: percentile(a ?? [], 0.99),
    limitP50: percentile(b ?? [], 0.5),
    limitP99: percentile(b ?? [], 0.99),
    explanations: ours.length,
  };
}
