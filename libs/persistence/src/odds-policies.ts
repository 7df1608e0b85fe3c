import { dateOf, type Day } from '#domain/calendar/day';
import { parsePolicy } from '#domain/risk/parse-policy';
import type { Policy } from '#domain/risk/policy';
import type { Reading } from '#persistence/database';
import { hashOf } from '#platform/json/named-json';

/** A policy and the SHA-256 of its canonical JSON. */
export interface NamedPolicy {
  readonly hash: string;
  readonly policy: Policy;
}

/** No odds policy is live, or its document is not the one that its name says: nothing may be read. */
export class PolicyMissing extends Error {
  override readonly name = 'PolicyMissing';
}

const NOW = `SELECT hash FROM projector.policy WHERE kind = 'odds' AND state = 'live'`;
/** That of the last switch up to the day; before the first one, that of the first. */
const ON_DAY = `
  SELECT hash FROM projector.policy_in_force WHERE kind = 'odds'
   ORDER BY from_day <= $1::date DESC, CASE WHEN from_day <= $1::date THEN place END DESC, place LIMIT 1`;
const DOCUMENT = `SELECT document FROM projector.policy WHERE kind = 'odds' AND hash = $1 AND state IN ('approved', 'live', 'retired')`;

/** Odds policies as they are read by; each is parsed once, for what was approved never changes. */
export class OddsPolicies {
  private readonly parsed = new Map<string, NamedPolicy>();

  /** The one that is live, as the transaction of the caller sees it. @throws PolicyMissing */
  async inForce(reading: Reading): Promise<NamedPolicy> {
    const [live] = await reading.query<{ hash: string }>(NOW);
    return this.required(reading, live?.hash);
  }

  /** The one that was live at the end of a day, so that a past day is read as it was then. @throws PolicyMissing */
  async onDay(reading: Reading, day: Day): Promise<NamedPolicy> {
    const [then] = await reading.query<{ hash: string }>(ON_DAY, [dateOf(day)]);
    return this.required(reading, then?.hash);
  }

  /** Undefined for a name that no approved odds policy has. */
  async named(reading: Reading, hash: string): Promise<NamedPolicy | undefined> {
    const known = this.parsed.get(hash);
    if (known) return known;
    const [row] = await reading.query<{ document: string }>(DOCUMENT, [hash]);
    if (!row) return undefined;
    if (hashOf(row.document) !== hash) throw new PolicyMissing(`the document of ${hash} was altered`);
    const named = { hash, policy: parsePolicy(JSON.parse(row.document)) };
    this.parsed.set(hash, named);
    return named;
  }

  private async required(reading: Reading, hash: string | undefined): Promise<NamedPolicy> {
    const named = hash === undefined ? undefined : await this.named(reading, hash);
    if (!named) throw new PolicyMissing('no odds policy is live: run migrate');
    return named;
  }
}
