import { Injectable } from '@nestjs/common';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { EMPTY_STATE, type SubjectState, unpackState } from '#domain/risk/subject-state';
import type { Scope } from '#persistence/database';
import { CadreQueries } from '#persistence/queries/cadre-queries';
import { cadreNotFound } from '../asking/cadre-not-found';

/** A cadre's sums as the projector keeps them. */
export interface StoredStanding {
  readonly state: SubjectState;
  /** An event could not be folded; the reading is incomplete since then. */
  readonly incomplete: boolean;
}

/** What readings of cadres are made from. */
@Injectable()
export class CadreLedgers {
  constructor(private readonly cadres: CadreQueries) {}

  /** @throws Problem 404 */
  async standing(scope: Scope, cadreId: string): Promise<StoredStanding> {
    const row = await this.cadres.standing(scope, cadreId);
    if (!row) throw cadreNotFound();
    return { state: row.state === null ? EMPTY_STATE : unpackState(row.state), incomplete: row.blocked_by !== null };
  }

  /** In the order of the log; what waits is not among them. */
  async entries(scope: Scope, cadreId: string): Promise<readonly LedgerEntry[]> {
    const texts = await this.cadres.ledger(scope, cadreId);
    return texts.map((text) => JSON.parse(text) as LedgerEntry);
  }
}
