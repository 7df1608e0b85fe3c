import { randomUUID } from 'node:crypto';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { MoveMade } from '#contracts/console/moves';
import { askMove } from '#domain/move/move';
import { Database, type Scope } from '#persistence/database';
import type { Transaction } from '#persistence/transaction';
import { Problem } from '#platform/http/problem';
import { Sealer } from '#vault/sealer';
import { checkSubjectInScope } from '../join-signals/in-scope';
import { takeTurn } from '../resolve-subject/turn';
import { checkNamedInScope } from '../settle-triage/in-scope';
import { AskMove } from './move-signals.command';
import { rightSubject } from './right-subject';
import { allowed } from './rule-problem';
import { toldSignals } from './taken-signals';

@CommandHandler(AskMove)
export class AskMoveHandler implements ICommandHandler<AskMove> {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  async execute({ asked: { signals, to, reason }, by }: AskMove): Promise<MoveMade> {
    for (const subject of await subjectsInView(this.database, by.unit, signals)) await checkSubjectInScope(this.database, by.unit, subject);
    if (to !== null) await checkNamedInScope(this.database, by.unit, to);
    const id = randomUUID();
    await this.database.transaction(async (tx) => {
      await takeTurn(tx, true);
      const told = await toldSignals(tx, signals, this.sealer);
      const messages = told.flatMap(({ message }) => message ?? []);
      const named = to === null ? null : await rightSubject(tx, messages, to);
      const waiting = await waitingSignals(tx, signals);
      const move = allowed(() => askMove({ signals, to: named, askedBy: by.id }, told, waiting));
      await tx.query('INSERT INTO resolver.move (id, subject, to_subject, signals, reason, asked_by) VALUES ($1, $2, $3, $4, $5, $6)', [
        id,
        move.subject,
        move.to,
        move.signals,
        reason,
        by.id,
      ]);
    });
    return { id, state: 'waiting' };
  }
}

/** @throws Problem 404 when one of them is not there, or not in view */
export async function subjectsInView(database: Database, scope: Scope, signals: readonly string[]): Promise<readonly string[]> {
  const rows = await database.readAs(scope, async (reading) =>
    reading.query<{ subject: string | null }>('SELECT subject FROM console.signal WHERE event_id = ANY($1::uuid[])', [signals]),
  );
  if (rows.length < signals.length) throw new Problem(404, 'signal-not-found', '没有找到该来件。');
  return [...new Set(rows.flatMap(({ subject }) => subject ?? []))];
}

async function waitingSignals(tx: Transaction, signals: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ signal: string }>(
    'SELECT unnest(signals) AS signal FROM resolver.move WHERE confirmed IS NULL AND signals && $1::uuid[]',
    [signals],
  );
  return new Set(rows.map(({ signal }) => signal));
}
