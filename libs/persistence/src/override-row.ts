import { dateOf, type Day, dayOf } from '#domain/calendar/day';
import type { Override } from '#domain/override/override';
import type { LevelName } from '#domain/risk/policy';
import type { Transaction } from '#persistence/transaction';

/** As the view tells it, days as texts. */
export interface StoredOverride {
  readonly id: string;
  readonly subject: string;
  readonly level: LevelName;
  readonly until: string;
  readonly reason: string;
  readonly asked_by: string;
  readonly asked_on: string;
  readonly confirmed: boolean | null;
  readonly decided_by: string | null;
  readonly decided_on: string | null;
  readonly refused_because: string | null;
  readonly lifted_by: string | null;
  readonly lifted_on: string | null;
  readonly lifted_because: string | null;
}

export function overrideOf(row: StoredOverride): Override {
  const { confirmed, decided_by: decider, decided_on: decidedOn, refused_because: because } = row;
  const { lifted_by: lifter, lifted_on: liftedOn } = row;
  return {
    level: row.level,
    until: dayOf(row.until),
    asked: { by: row.asked_by, on: dayOf(row.asked_on), reason: row.reason },
    ...(confirmed !== null && decider !== null && decidedOn !== null
      ? { decided: { by: decider, on: dayOf(decidedOn), confirmed, ...(because === null ? {} : { reason: because }) } }
      : {}),
    ...(lifter !== null && liftedOn !== null ? { lifted: { by: lifter, on: dayOf(liftedOn), reason: row.lifted_because ?? '' } } : {}),
  };
}

/** Those of a subject, nobody else changing them until the transaction ends. */
export async function takeOverrides(tx: Transaction, subject: string): Promise<readonly StoredOverride[]> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`overrides of ${subject}`]);
  return tx.query<StoredOverride>('SELECT * FROM console.override WHERE subject = $1', [subject]);
}

export async function keepOverride(tx: Transaction, id: string, subject: string, override: Override): Promise<void> {
  const { level, until, asked, decided, lifted } = override;
  await tx.query(
    `INSERT INTO workflow.override (id, subject, level, until_day, reason, asked_by, asked_on, confirmed, decided_by, decided_on,
                                    refused_because, lifted_by, lifted_on, lifted_because)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     ON CONFLICT (id) DO UPDATE SET confirmed = excluded.confirmed, decided_by = excluded.decided_by, decided_on = excluded.decided_on,
       refused_because = excluded.refused_because, lifted_by = excluded.lifted_by, lifted_on = excluded.lifted_on,
       lifted_because = excluded.lifted_because`,
    [
      id,
      subject,
      level,
      dateOf(until),
      asked.reason,
      asked.by,
      dateOf(asked.on),
      decided?.confirmed ?? null,
      ...parted(decided),
      ...parted(lifted),
    ],
  );
}

type Parted = readonly [by: string | null, on: string | null, reason: string | null];

function parted(said: { readonly by: string; readonly on: Day; readonly reason?: string } | undefined): Parted {
  return said === undefined ? [null, null, null] : [said.by, dateOf(said.on), said.reason ?? null];
}
