import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/calendar/day';
import type { OverrideRow } from '#contracts/console/overrides';
import type { JoiningRow } from '#contracts/console/joinings';
import { RISK_SIGNALS, TOPICS } from '#contracts/topics';
import type { PlacedEntry } from '#domain/receipt/make-receipt';
import { isCadre, unitCodeOf } from '#domain/identity/subject';
import { knownOn } from '#domain/risk/known-on';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';
import { EMPTY_STATE, type SubjectState, unpackState } from '#domain/risk/subject-state';
import { readableUnder } from '#domain/risk/under-policy';
import { partitionOf } from '#messaging/partition-of';
import type { Scope } from '#persistence/database';
import { CadreQueries } from '#persistence/queries/cadre-queries';
import { type AsSentRow, SubjectQueries } from '#persistence/queries/subject-queries';
import { UnitQueries } from '#persistence/queries/unit-queries';
import { overrideRowOf } from './override-row-of';
import { cadreNotFound, unitNotFound } from '../asking/not-found';

/** A subject's sums as the projector keeps them. */
export interface StoredStanding {
  /** Of the person or of the unit. */
  readonly name: string;
  readonly state: SubjectState;
  /** An event could not be folded; the reading is incomplete since then. */
  readonly incomplete: boolean;
}

export interface ReadLedger {
  readonly entries: readonly LedgerEntry[];
  /** The policy does not know the type of some entry; it is left out. */
  readonly incomplete: boolean;
}

const PARTITIONS = TOPICS.find(({ name }) => name === RISK_SIGNALS)?.partitions ?? 1;

/** What readings are made from, of cadres and of units alike. */
@Injectable()
export class SubjectLedgers {
  constructor(
    private readonly subjects: SubjectQueries,
    private readonly cadres: CadreQueries,
    private readonly units: UnitQueries,
  ) {}

  /** @throws Problem 404 */
  async standing(scope: Scope, subject: string): Promise<StoredStanding> {
    const row = isCadre(subject) ? await this.cadres.standing(scope, subject) : await this.units.find(scope, unitCodeOf(subject));
    if (!row) throw isCadre(subject) ? cadreNotFound() : unitNotFound();
    return { name: row.name, state: row.state === null ? EMPTY_STATE : unpackState(row.state), incomplete: row.blocked_by !== null };
  }

  /**
   * In the order of the log, as a policy reads them; what waits is not among them.
   * @param known the day up to which the log counts; all of it without one
   */
  async entries(scope: Scope, subject: string, policy: Policy, known?: Day): Promise<ReadLedger> {
    const kept = await this.subjects.ledger(scope, subject);
    const entries = kept.flatMap(({ entry }) => readableUnder(JSON.parse(entry) as LedgerEntry, policy) ?? []);
    return { entries: known === undefined ? entries : knownOn(entries, known), incomplete: entries.length < kept.length };
  }

  /**
   * The same as the log has them, each with its place, whatever a policy makes of it.
   * @param known the day up to which the log counts; all of it without one
   */
  async placed(scope: Scope, subject: string, known?: Day): Promise<readonly PlacedEntry[]> {
    const partition = partitionOf(subject, PARTITIONS);
    const kept = await this.subjects.ledger(scope, subject);
    const entries = kept.map(({ entry }) => JSON.parse(entry) as LedgerEntry);
    return (known === undefined ? entries : knownOn(entries, known)).map((entry, nth) => {
      const { log_offset: offset, place = 0 } = kept[nth] ?? {};
      return { entry, log: { topic: RISK_SIGNALS, partition, offset: Number(offset), place } };
    });
  }

  /** @param day by which it is told which of them hold */
  async overrides(scope: Scope, subject: string, day: Day): Promise<OverrideRow[]> {
    return (await this.subjects.overrides(scope, subject)).map((row) => overrideRowOf(row, day));
  }

  async joinings(scope: Scope, subject: string): Promise<readonly JoiningRow[]> {
    const rows = await this.subjects.joinings(scope, subject);
    return rows.map(({ made_by: by, made_on: on, undone_by, undone_on, undone_because, signals, ...said }) => ({
      id: said.id,
      kind: said.kind,
      signals: [...signals],
      texts: said.texts,
      accounts: said.accounts,
      reason: said.reason,
      by,
      on,
      undone: undone_by === null || undone_on === null ? null : { by: undone_by, on: undone_on, reason: undone_because ?? '' },
    }));
  }

  /** By event. */
  async asSent(scope: Scope, subject: string): Promise<ReadonlyMap<string, AsSentRow>> {
    return new Map((await this.subjects.asSent(scope, subject)).map((row) => [row.event_id, row]));
  }
}
