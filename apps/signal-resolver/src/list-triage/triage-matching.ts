import { Injectable } from '@nestjs/common';
import type { Candidate } from '#domain/identity/resolve-identity';
import { Database, type Scope } from '#persistence/database';
import { Sealer } from '#vault/sealer';
import { KnownPeople } from '../resolve-subject/known-people';
import { isPersonal, type PersonalMessage } from '../resolve-subject/message';
import { openMessage } from '../resolve-subject/sealed-message';

/** What an open item says, and who fits it by the registry of today. */
export interface Match {
  readonly message: PersonalMessage;
  readonly candidates: readonly Candidate[];
  readonly fitsNow: boolean;
}

/** Matches open items anew: since they came, somebody may have entered whom they are about. */
@Injectable()
export class TriageMatching {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  /**
   * @param eventIds items that the scope shows
   * @returns by event; who is out of scope is no candidate
   */
  async matches(scope: Scope, eventIds: readonly string[]): Promise<ReadonlyMap<string, Match>> {
    if (eventIds.length === 0) return new Map();
    const matched = await this.matched(eventIds);
    const named = matched.flatMap(({ candidates }) => candidates.map(({ cadreId }) => cadreId));
    const seen = await this.seen(scope, named);
    return new Map(
      matched.map(({ message, candidates, fitsNow }) => {
        const shown = candidates.filter(({ cadreId }) => seen.has(cadreId));
        return [message.record.eventId, { message, candidates: shown, fitsNow: fitsNow && shown.length === candidates.length }];
      }),
    );
  }

  private async matched(eventIds: readonly string[]): Promise<readonly Match[]> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.query<{ event_id: string; sealed: Buffer }>(
        `SELECT event_id, sealed FROM resolver.triage WHERE event_id = ANY($1::uuid[]) AND state = 'open' AND sealed IS NOT NULL`,
        [eventIds],
      );
      const messages = rows.map(({ event_id, sealed }) => openMessage(this.sealer, 'triage', event_id, sealed)).filter(isPersonal);
      const people = await KnownPeople.namedIn(tx, messages);
      return messages.map((message) => {
        const { kind } = people.identify(message);
        return { message, candidates: people.candidates(message), fitsNow: kind === 'cadre' || kind === 'unit' };
      });
    });
  }

  private async seen(scope: Scope, cadreIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (cadreIds.length === 0) return new Set();
    const sql = 'SELECT id FROM resolver.cadre WHERE id = ANY($1::text[])';
    const rows = await this.database.readAs(scope, async (reading) => reading.query<{ id: string }>(sql, [[...new Set(cadreIds)]]));
    return new Set(rows.map(({ id }) => id));
  }
}
