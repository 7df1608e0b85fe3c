import { dateOf, type Day } from '#domain/calendar/day';
import { parsePolicy } from '#domain/risk/parse-policy';
import type { Policy } from '#domain/risk/policy';
import type { Rows } from '#persistence/transaction';
import { hashOf } from '#platform/json/named-json';

/** A policy and the SHA-256 of its canonical JSON. */
export interface NamedPolicy {
  readonly hash: string;
  readonly policy: Policy;
}

/** No odds policy of that name was approved, none is live, or its document is not the one that its name says: nothing may be read by it. */
export class PolicyMissing extends Error {
  override readonly name = 'PolicyMissing';
}

const NOW = `SELECT hash FROM projector.policy WHERE kind = 'odds' AND state = 'live'`;
/** That of the last switch up to the day; before the first one, that of the first. */
const ON_DAY = `
  SELECT hash FROM projector.policy_in_force WHERE kind = 'odds'
   ORDER BY from_day <= $1::date DESC, CASE WHEN from_day <= $1::date THEN place END DESC, place LIMIT 1`;
const CALLED = `SELECT hash FROM projector.policy WHERE kind = 'odds' AND name = $1 AND state IN ('approved', 'live', 'retired')`;
const DOCUMENT = `SELECT document FROM projector.policy WHERE kind = 'odds' AND hash = $1 AND state IN ('approved', 'live', 'retired')`;

/** Each is parsed once in a process: its name says its content, which never changes. */
const parsed = new Map<string, NamedPolicy>();

/** The odds policy of a name that was approved. @throws PolicyMissing */
export async function oddsPolicyNamed(rows: Rows, hash: string): Promise<NamedPolicy> {
  const known = parsed.get(hash);
  if (known) return known;
  const [row] = await rows.query<{ document: string }>(DOCUMENT, [hash]);
  if (!row) throw new PolicyMissing(`no odds policy of the name ${hash} was approved`);
  if (hashOf(row.document) !== hash) throw new PolicyMissing(`the document of ${hash} was altered`);
  const named = { hash, policy: parsePolicy(JSON.parse(row.document)) };
  parsed.set(hash, named);
  return named;
}

/** The odds policy that people call so: no two that were approved share a word. @throws PolicyMissing */
export async function oddsPolicyCalled(rows: Rows, word: string): Promise<NamedPolicy> {
  return required(rows, await rows.query<{ hash: string }>(CALLED, [word]));
}

/** The one that is live, as the transaction of the caller sees it. @throws PolicyMissing */
export async function oddsPolicyInForce(rows: Rows): Promise<NamedPolicy> {
  return required(rows, await rows.query<{ hash: string }>(NOW));
}

/** The one that was live at the end of a day, so that a past day is read as it was then. @throws PolicyMissing */
export async function oddsPolicyOn(rows: Rows, day: Day): Promise<NamedPolicy> {
  return required(rows, await rows.query<{ hash: string }>(ON_DAY, [dateOf(day)]));
}

async function required(rows: Rows, [found]: readonly { readonly hash: string }[]): Promise<NamedPolicy> {
  if (!found) throw new PolicyMissing('no odds policy is live: run migrate');
  return oddsPolicyNamed(rows, found.hash);
}
