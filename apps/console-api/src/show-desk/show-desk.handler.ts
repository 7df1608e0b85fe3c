import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Role } from '#access/principals';
import { DAYS_OF_PROPOSALS, type DeskAnswer, type DeskTask, MOST_TASKS } from '#contracts/console/desk';
import { dateOf } from '#domain/calendar/day';
import { levelName } from '#domain/risk/level';
import { LEVEL_NAMES } from '#domain/risk/policy';
import { DataDay } from '#persistence/queries/data-day';
import { type DeskDuty, DeskQueries, type DeskTaskRow } from '#persistence/queries/desk-queries';
import { Clock } from '#platform/time/clock';
import { today } from '../asking/as-of';
import { ShowDesk } from './show-desk.query';

/** What each role has to do, what a second person is asked for first; who only reads has no tasks (domain: inquiry 1.4). */
const DUTIES: Readonly<Partial<Record<Role, readonly DeskDuty[]>>> = {
  handler: ['give-opinion'],
  'handling-office-head': ['confirm-move', 'confirm-override', 'confirm-dismissal'],
  'case-management': ['confirm-move', 'take'],
  'petition-clerk': ['confirm-move', 'name-subject'],
  'deputy-leader': ['approve-policy', 'confirm-override'],
  'organ-principal': ['approve-policy'],
  'party-principal': ['approve-policy'],
};

const taskOf = (row: DeskTaskRow): DeskTask => ({
  kind: row.kind,
  id: row.id,
  name: row.name,
  post: row.post,
  unitName: row.unit_name,
  since: row.since,
  dueOn: row.due_on,
  overdue: row.overdue,
  basisChanged: row.basis_changed,
});

@QueryHandler(ShowDesk)
export class ShowDeskHandler implements IQueryHandler<ShowDesk> {
  constructor(
    private readonly desk: DeskQueries,
    private readonly dataDay: DataDay,
    private readonly clock: Clock,
  ) {}

  async execute({ reader: { id, role, unit } }: ShowDesk): Promise<DeskAnswer> {
    const day = today(this.clock);
    const days = Array.from({ length: DAYS_OF_PROPOSALS }, (_, n) => dateOf(day - DAYS_OF_PROPOSALS + 1 + n));
    const asked = { duties: DUTIES[role] ?? [], reader: id, limit: MOST_TASKS, from: days[0] ?? dateOf(day) };
    const [rows, oldest] = await Promise.all([this.desk.show(unit, asked), this.dataDay.of(unit)]);
    const proposed = new Map(rows.proposals.map(({ day: on, count }) => [on, count]));
    const counted = new Map(rows.levels.map(({ level, count }) => [levelName(level), count]));
    return {
      tasks: { items: rows.tasks.map(taskOf), total: rows.total },
      levels: LEVEL_NAMES.slice(1).map((level) => ({ level, count: counted.get(level) ?? 0 })),
      openCandidates: rows.open,
      proposals: days.map((on) => ({ day: on, count: proposed.get(on) ?? 0 })),
      today: dateOf(day),
      day: oldest ?? dateOf(day),
    };
  }
}
