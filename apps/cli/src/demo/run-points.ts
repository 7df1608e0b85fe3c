import type { PolicyFile } from '#contracts/console/policies';
import type { PointsPage, PointsRow, PointsSchemes } from '#contracts/console/points';
import { dateOf, type Day } from '#domain/calendar/day';
import { PACKS } from '#domain/points/packs';
import { uuidOf } from '#platform/event-id';
import type { Door } from './door';

const NAME = 'changwu-12';
/** Days before the last one of the feed. */
const REVIEWED = 40;
const CONFIRMED = 33;
const REMINDED = 5;

/** Demo people bring the shipped scheme into force, each in the role that may; nothing when it is. */
export async function bringSchemeIntoForce(door: Door): Promise<void> {
  const { items } = await door.as<PointsSchemes>('handler', 'GET /api/v1/points-schemes');
  if (items.some(({ name }) => name === NAME)) return;
  const text = JSON.stringify(
    PACKS.find(({ name }) => name === NAME),
    null,
    2,
  );
  const { id } = await door.as<PolicyFile>('case-management', 'POST /api/v1/policies', { kind: 'points', text });
  await door.as('case-management', `POST /api/v1/policies/${id}/check`);
  const { hash } = await door.as<PolicyFile>('handling-office-head', `POST /api/v1/policies/${id}/approval`);
  for (const approver of ['deputy-leader', 'organ-principal']) {
    await door.as(approver, `POST /api/v1/policies/${id}/approval/confirmation`, { hash });
  }
  await door.as('organ-principal', `POST /api/v1/policies/${id}/going-live`);
}

/** Two measures that no agency sends: one confirmed, one that waits for whoever looks at the demo. Nothing when something waits already. */
export async function enterSomeMeasures(door: Door, today: Day): Promise<void> {
  const { items } = await door.as<PointsPage>('handler', `GET /api/v1/points?scheme=${NAME}&limit=20`);
  if (items.some(({ pending }) => pending > 0)) return;
  const [reviewed, reminded] = items.slice(-2);
  if (reviewed === undefined || reminded === undefined) return;
  const measure = await enterMeasure(door, reviewed, {
    measure: 'written-review',
    day: dateOf(today - REVIEWED),
    note: '县委办〔2026〕示例通知',
  });
  await door.as('handling-office-head', `POST ${entriesOf(reviewed)}`, {
    id: uuidOf('demo points', 'confirmation', reviewed.subject),
    scheme: NAME,
    kind: 'step',
    target: measure,
    step: 'confirmation',
    on: dateOf(today - CONFIRMED),
  });
  await enterMeasure(door, reminded, { measure: 'warning-reminder', day: dateOf(today - REMINDED), note: '分管领导当面提醒' });
}

const entriesOf = ({ subject }: PointsRow): string => `/api/v1/points/${encodeURIComponent(subject)}/entries`;

async function enterMeasure(door: Door, row: PointsRow, said: { measure: string; day: string; note: string }): Promise<string> {
  const id = uuidOf('demo points', said.measure, row.subject);
  await door.as('handler', `POST ${entriesOf(row)}`, { id, scheme: NAME, kind: 'measure', ...said });
  return id;
}
