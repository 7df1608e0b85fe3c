import { Injectable } from '@nestjs/common';
import type { PolicyFile } from '#contracts/console/policies';
import { Database } from '#persistence/database';
import { policyNotFound } from '../decide-policy/rule-problem';
import { policyFileOf, type StoredEvent } from './policy-file-of';
import { SUMMARY, type SummaryRow } from './policy-row-of';

const ONE = `SELECT ${SUMMARY} FROM projector.policy WHERE id = $1`;
/** Points schemes of several names are live beside each other. */
const LIVE = `
  SELECT ${SUMMARY} FROM projector.policy
   WHERE kind = $1 AND state = 'live' AND (kind = 'odds' OR name = $2) ORDER BY changed_at DESC LIMIT 1`;
const STREAM = 'SELECT body, at FROM projector.policy_event WHERE policy_id = $1 ORDER BY version';

/** Whole policies, drafts too, for those who work on them. */
@Injectable()
export class PolicyFiles {
  constructor(private readonly database: Database) {}

  /** @throws Problem 404 */
  async show(id: string): Promise<PolicyFile> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<SummaryRow>(ONE, [id]);
      if (!row) throw policyNotFound();
      return policyFileOf(row, await tx.query<StoredEvent>(STREAM, [id]));
    });
  }

  /** The live one in whose place another would come; undefined when there is none. */
  async liveBefore({ kind, name }: Pick<PolicyFile, 'kind' | 'name'>): Promise<SummaryRow | undefined> {
    const [row] = await this.database.query<SummaryRow>(LIVE, [kind, name]);
    return row;
  }
}
