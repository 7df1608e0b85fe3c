import { randomUUID } from 'node:crypto';
import { decidePolicy } from '#domain/policy/decide-policy';
import type { Examine, PolicyCommand } from '#domain/policy/policy-life';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import type { Scheme } from '#domain/points/scheme';
import type { Policy } from '#domain/risk/policy';
import type { Database } from '#persistence/database';
import { pointsGoLive } from '#persistence/go-live';
import { PostgresPolicyStore } from '#persistence/postgres-policy-store';
import { namedJson } from '#platform/json/named-json';

/** Nothing is wrong with what tests approve. */
export const examineNothing: Examine = (_, text) => ({ sent: { text, ...namedJson(JSON.parse(text)) }, findings: [] });

/** The shipped policy under another name, with what is changed. */
export const aPolicy = (given: Partial<Policy> = {}): Policy => ({ ...SHIPPED_POLICY, name: `规则 ${randomUUID().slice(0, 8)}`, ...given });

const hand = (by: string): { by: string; on: number } => ({ by, on: 9_800 });

/** What leads from nothing to an approval by two people, who have seen a backtest. */
export function approvalOf(text: string, kind: 'odds' | 'points' = 'odds'): readonly PolicyCommand[] {
  const { hash } = namedJson(JSON.parse(text));
  const backtested = [hash];
  return [
    { type: 'DraftPolicy', kind, text, ...hand('author') },
    { type: 'CheckPolicy', ...hand('author') },
    { type: 'AskApproval', backtested, ...hand('author') },
    { type: 'ApprovePolicy', hash, backtested, ...hand('first-approver') },
    { type: 'ApprovePolicy', hash, backtested, ...hand('second-approver') },
  ];
}

interface Stored {
  readonly id: string;
  readonly hash: string;
}

/** An approved odds policy in the database; it is not live. */
export const approvedPolicy = async (database: Database, policy: Policy): Promise<Stored> => approved(database, policy, 'odds');

/** A points scheme that is live. */
export async function liveScheme(database: Database, scheme: Scheme): Promise<Stored> {
  const stored = await approved(database, scheme, 'points');
  await database.transaction(async (tx) => pointsGoLive(tx, stored.hash, hand('switcher').on, 'switcher'));
  return stored;
}

async function approved(database: Database, document: Policy | Scheme, kind: 'odds' | 'points'): Promise<Stored> {
  const [id, store, text] = [randomUUID(), new PostgresPolicyStore(database), JSON.stringify(document)];
  for (const command of approvalOf(text, kind)) await store.change(id, (before) => decidePolicy(command, before, examineNothing));
  return { id, hash: namedJson(document).hash };
}
