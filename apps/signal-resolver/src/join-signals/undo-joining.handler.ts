import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { JoiningMade } from '#contracts/console/joinings';
import { Database } from '#persistence/database';
import { uuidOf } from '#platform/event-id';
import { Problem } from '#platform/http/problem';
import { civilDate, Clock } from '#platform/time/clock';
import { announceFacts } from '../resolve-subject/announce-facts';
import { takeTurn } from '../resolve-subject/turn';
import { takenBackFact } from '../resolve-subject/facts';
import { UndoJoining } from './join-signals.command';

/** Once; who said it and who undid it both stay. */
@CommandHandler(UndoJoining)
export class UndoJoiningHandler implements ICommandHandler<UndoJoining> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute({ id, reason, by, scope }: UndoJoining): Promise<JoiningMade> {
    const seen = await this.database.readAs(scope, async (reading) => reading.query('SELECT 1 FROM console.joining WHERE id = $1', [id]));
    if (seen.length === 0) throw new Problem(404, 'joining-not-found', '没有找到该项关联。');
    await this.database.transaction(async (tx) => {
      // A move of its signals comes before, or finds it undone.
      await takeTurn(tx, false);
      const [undone] = await tx.query<{ subject: string }>(
        `UPDATE resolver.joining SET undone_by = $2, undone_at = now(), undone_because = $3
          WHERE id = $1 AND undone_at IS NULL RETURNING subject`,
        [id, by, reason],
      );
      if (!undone) throw new Problem(409, 'joining-undone-already', '该项关联已被撤销，请刷新。');
      const release = { subject: undone.subject, releasedOn: civilDate(this.clock.now()) };
      await announceFacts(tx, [takenBackFact(uuidOf('undone', id), id, release)]);
    });
    return { id, state: 'undone' };
  }
}
