import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { HeldReleased } from '#contracts/console/candidate-brake';
import { dayInShanghai } from '#domain/calendar/day';
import { decideInquiry } from '#domain/inquiry/decide-inquiry';
import { InquiryRuleBroken } from '#domain/inquiry/inquiry';
import { InquiryStore } from '#domain/inquiry/inquiry-store';
import { Database, type Scope } from '#persistence/database';
import { Clock } from '#platform/time/clock';
import { ReleaseHeld } from './brake.command';

interface Held {
  readonly id: string;
  readonly cadre_id: string;
}

@CommandHandler(ReleaseHeld)
export class ReleaseHeldHandler implements ICommandHandler<ReleaseHeld> {
  constructor(
    private readonly database: Database,
    private readonly inquiries: InquiryStore,
    private readonly clock: Clock,
  ) {}

  /** Each in a transaction of its own: what somebody else let go meanwhile is theirs, and the next portion has the rest. */
  async execute({ asked: { count, reason }, by }: ReleaseHeld): Promise<HeldReleased> {
    const on = dayInShanghai(this.clock.now().getTime());
    const released: string[] = [];
    for (const { id, cadre_id: cadreId } of await this.mostUrgent(by.unit, count)) {
      const release = { type: 'ReleaseCandidate', candidateId: id, by: by.id, on, reason } as const;
      const changed = await this.inquiries.change(cadreId, (inquiry) => decideInquiry(release, inquiry)).catch(isNoLongerHeld);
      if (changed) released.push(id);
    }
    return { released, left: await this.left(by.unit) };
  }

  private async mostUrgent(scope: Scope, count: number): Promise<readonly Held[]> {
    return this.database.readAs(scope, async (reading) =>
      reading.query<Held>(`SELECT id, cadre_id FROM workflow.candidate WHERE state = 'held' ORDER BY p_milli DESC, due_on, id LIMIT $1`, [
        count,
      ]),
    );
  }

  private async left(scope: Scope): Promise<number> {
    const rows = await this.database.readAs(scope, async (reading) =>
      reading.query<{ count: number }>(`SELECT count(*)::int AS count FROM workflow.candidate WHERE state = 'held'`),
    );
    return rows[0]?.count ?? 0;
  }
}

function isNoLongerHeld(error: unknown): undefined {
  if (error instanceof InquiryRuleBroken && error.code === 'candidate-not-held') return undefined;
  throw error;
}
