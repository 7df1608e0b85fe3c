import { dateOf, type Day, dayOf } from '#domain/calendar/day';
import { isHeld } from '#domain/inquiry/candidate-brake';
import { lockCandidateBrake, mostADay } from '#persistence/candidate-limit';
import type { Transaction } from '#persistence/transaction';

/** Counts what is proposed, by the day on which the clue reached the product, while one batch is heard. */
export class CandidateBrake {
  private readonly proposed: Map<Day, number>;

  constructor(
    private readonly most: number,
    proposed: ReadonlyMap<Day, number> = new Map(),
  ) {
    this.proposed = new Map(proposed);
  }

  /** What was proposed of these days so far; nobody else proposes until the transaction ends. */
  static async take(tx: Transaction, days: readonly Day[]): Promise<CandidateBrake> {
    if (days.length === 0) return new CandidateBrake(0);
    await lockCandidateBrake(tx);
    const most = await mostADay(tx);
    const rows = await tx.query<{ day: string; count: number }>(
      `SELECT proposed_on::text AS day, count(*)::int AS count FROM workflow.candidate
        WHERE proposed_on = ANY($1::date[]) AND state <> 'held' GROUP BY proposed_on`,
      [days.map(dateOf)],
    );
    return new CandidateBrake(most, new Map(rows.map(({ day, count }) => [dayOf(day), count])));
  }

  holds(day: Day): boolean {
    return isHeld(this.most, this.proposed.get(day) ?? 0);
  }

  count(day: Day): void {
    this.proposed.set(day, (this.proposed.get(day) ?? 0) + 1);
  }
}
