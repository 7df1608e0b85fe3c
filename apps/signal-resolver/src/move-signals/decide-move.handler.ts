import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { MoveMade } from '#contracts/console/moves';
import { confirmMove, type Move, refuseMove } from '#domain/move/move';
import { Database } from '#persistence/database';
import type { Transaction } from '#persistence/transaction';
import { Problem } from '#platform/http/problem';
import { civilDate, Clock } from '#platform/time/clock';
import { Sealer } from '#vault/sealer';
import { takeTurn } from '../resolve-subject/turn';
import { carryOut } from './carry-out';
import { DecideMove } from './move-signals.command';
import { namedOf, rightSubject } from './right-subject';
import { allowed } from './rule-problem';
import type { KeptSignal } from './take-out';
import { toldSignals } from './taken-signals';

/** Of two who decide at once one is second, and is told that it is decided. */
@CommandHandler(DecideMove)
export class DecideMoveHandler implements ICommandHandler<DecideMove> {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async execute({ id, by, refusedBecause }: DecideMove): Promise<MoveMade> {
    const seen = await this.database.readAs(by.unit, async (reading) => reading.query('SELECT 1 FROM console.move WHERE id = $1', [id]));
    if (seen.length === 0) throw new Problem(404, 'move-not-found', '没有找到该项归错更正。');
    return this.database.transaction(async (tx) => {
      await takeTurn(tx, true);
      const move = await moveOf(tx, id);
      if (refusedBecause === undefined) await this.confirm(tx, move, by.id);
      else allowed(() => refuseMove(move, by.id));
      const confirmed = refusedBecause === undefined;
      await tx.query('UPDATE resolver.move SET confirmed = $2, decided_by = $3, decided_at = now(), refused_because = $4 WHERE id = $1', [
        id,
        confirmed,
        by.id,
        refusedBecause ?? null,
      ]);
      return { id, state: confirmed ? 'done' : 'refused' };
    });
  }

  private async confirm(tx: Transaction, move: Move, by: string): Promise<void> {
    const told = await toldSignals(tx, move.signals, this.sealer);
    allowed(() => confirmMove(move, by, told));
    const kept = told.flatMap((signal): KeptSignal[] =>
      signal.message !== undefined && signal.subject !== null ? [{ ...signal, message: signal.message, subject: signal.subject }] : [],
    );
    const messages = kept.map(({ message }) => message);
    if (move.to !== null) await rightSubject(tx, messages, namedOf(move.to));
    await carryOut(tx, kept, { to: move.to, by, today: civilDate(this.clock.now()) }, this.sealer);
  }
}

async function moveOf(tx: Transaction, id: string): Promise<Move> {
  const [row] = await tx.query<Move>(
    `SELECT subject, to_subject AS "to", signals, asked_by AS "askedBy", confirmed IS NOT NULL AS decided FROM resolver.move
      WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!row) throw new Problem(404, 'move-not-found', '没有找到该项归错更正。');
  return row;
}
