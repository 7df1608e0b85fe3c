import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { Database } from '#persistence/database';
import { DemoMode } from '#platform/demo-mode';
import { Problem } from '#platform/http/problem';
import { civilDate, Clock } from '#platform/time/clock';
import type { Agency } from '../admit-agency/agency';
import { FIRST_DAY } from './check-days';

export const RECEIVED_ON_HEADER = 'liuqu-received-on';

/** On which day a request is received: today in Asia/Shanghai; in a demo the day that its sender names. */
@Injectable()
export class ReceivedDays {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly demo: DemoMode,
  ) {}

  /** @throws Problem 400, or 422 for a day before the last one of the agency, or after today */
  async of(agency: Agency, named: unknown): Promise<string> {
    const today = civilDate(this.clock.now());
    if (!this.demo.on) return today;
    const day = named === undefined ? today : this.checked(named, today);
    if (await this.advanced(agency, day)) return day;
    throw new Problem(422, 'received-on-falls', '接收日早于本单位此前的接收日，演示数据须按日期先后发送。');
  }

  private checked(named: unknown, today: string): string {
    const day = z.string().pipe(dayText).safeParse(named);
    if (!day.success) throw new Problem(400, 'received-on-malformed', '接收日应为真实存在的日期，格式如 2026-04-27。');
    if (day.data < FIRST_DAY || day.data > today)
      throw new Problem(422, 'received-on-out-of-range', `接收日应在 ${FIRST_DAY} 至 ${today} 之间。`);
    return day.data;
  }

  /** Whether the day is now the agency's last one. Most requests are of the same day as the one before and write nothing. */
  private async advanced(agency: Agency, day: string): Promise<boolean> {
    if ((await this.lastOf(agency)) === day) return true;
    const moved = await this.database.query(
      `UPDATE gateway.agency SET last_received_on = $2
        WHERE code = $1 AND coalesce(last_received_on, '-infinity') <= $2 RETURNING 1`,
      [agency.code, day],
    );
    return moved.length > 0;
  }

  private async lastOf(agency: Agency): Promise<string | null | undefined> {
    const [row] = await this.database.query<{ day: string | null }>(
      'SELECT last_received_on::text AS day FROM gateway.agency WHERE code = $1',
      [agency.code],
    );
    return row?.day;
  }
}
