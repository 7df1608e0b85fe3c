import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { rolesFor } from '#access/permissions';
import { POINTS_FOLLOW_A_RULE, type PointsLedger } from '#contracts/console/points';
import { dateOf, type Day } from '#domain/calendar/day';
import type { Attainment } from '#domain/points/attainments';
import { type EnteredFact, enteredUpTo, factsOfLedger, type PointsFact } from '#domain/points/facts';
import { pointsOn, type PointsReading } from '#domain/points/points-on';
import type { Label, Scheme } from '#domain/points/scheme';
import type { Scope } from '#persistence/database';
import { type PointsEntryRow, PointsQueries } from '#persistence/queries/points-queries';
import { Clock } from '#platform/time/clock';
import { type DaysAsked, daysAsked, today } from '../asking/as-of';
import { schemeNotLive } from '../asking/not-found';
import { toldScheme } from '../list-points-schemes/told-scheme';
import { PoliciesInForce } from '../policy-in-force/policies-in-force';
import { SubjectLedgers } from '../tell-reading/subject-ledgers';
import { TellPoints } from './tell-points.query';
import { dayText, lastDay, type Telling, toldItem } from './told-items';

@QueryHandler(TellPoints)
export class TellPointsHandler implements IQueryHandler<TellPoints> {
  constructor(
    private readonly points: PointsQueries,
    private readonly ledgers: SubjectLedgers,
    private readonly policies: PoliciesInForce,
    private readonly clock: Clock,
  ) {}

  async execute({ by, subject, question }: TellPoints): Promise<PointsLedger> {
    const { scheme: schemeName, ...days } = question;
    const { day, known } = daysAsked(days, this.clock);
    const { name } = await this.ledgers.standing(by.unit, subject);
    const named = await this.points.schemeOn(by.unit, schemeName, dateOf(day));
    if (named === undefined) throw schemeNotLive();
    const rows = await this.points.entries(by.unit, subject, schemeName);
    const facts = [...(await this.decided(by.unit, subject, { day, known })), ...enteredBy(rows, known)];
    const now = today(this.clock);
    const { scheme } = named;
    const mayEnter = rolesFor('POST /api/v1/points/:subject/entries').includes(by.role);
    const entering = mayEnter && day === now && known === undefined ? { scheme, facts, role: by.role, today: now } : undefined;
    const entries = new Map(rows.map((row) => [row.id, row]));
    const telling: Telling = { scheme, by: by.id, entering, entries, sent: await this.ledgers.asSent(by.unit, subject) };
    const reading = pointsOn(scheme, facts, day);
    return {
      subject,
      name,
      scheme: toldScheme(named),
      asOf: dateOf(day),
      knownOn: dayText(known),
      items: reading.items.map((item) => toldItem(item, telling)),
      ...toldOutcome(scheme, reading),
      sentence: POINTS_FOLLOW_A_RULE,
    };
  }

  /** Who decided on a signal is ranked by the odds policy of the day. */
  private async decided(scope: Scope, subject: string, { day, known }: DaysAsked): Promise<readonly PointsFact[]> {
    const { policy } = await this.policies.under(scope, day);
    const { entries } = await this.ledgers.entries(scope, subject, policy, known);
    return factsOfLedger(entries, policy);
  }
}

function enteredBy(rows: readonly PointsEntryRow[], known: Day | undefined): readonly EnteredFact[] {
  const entered = rows.map(({ body }) => JSON.parse(body) as EnteredFact);
  return known === undefined ? entered : enteredUpTo(entered, known);
}

function toldOutcome(
  scheme: Scheme,
  reading: PointsReading,
): Omit<PointsLedger, 'subject' | 'name' | 'scheme' | 'asOf' | 'knownOn' | 'items' | 'sentence'> {
  const { value, sums, level, attained, consequences, nextChange, day } = reading;
  return {
    value,
    sums: scheme.windows.map(({ key, label }) => ({ key, label, sum: sums.find(({ window }) => window === key)?.sum ?? 0 })),
    level: level === undefined ? null : toldAttainment(level),
    attained: attained.map(toldAttainment),
    consequences: consequences.map(({ consequence: { key, label, whom }, from, until, causes }) => ({
      key,
      label,
      whom,
      from: dateOf(from),
      last: lastDay(until),
      inForce: until > day,
      causes: causes.flatMap((cause) => labelOf(cause, scheme, reading)),
    })),
    nextChange: dayText(nextChange),
  };
}

function toldAttainment({ threshold: { key, label, colour }, from, until }: Attainment): PointsLedger['attained'][number] {
  return { key, label, colour, from: dateOf(from), last: lastDay(until) };
}

/** A consequence follows from a threshold, or from an item. */
function labelOf(cause: string, { thresholds }: Scheme, { items }: PointsReading): readonly Label[] {
  const threshold = thresholds.find(({ key }) => key === cause)?.label;
  const item = items.find(({ id }) => id === cause)?.bearer.item.label;
  return [threshold ?? item].filter((label) => label !== undefined);
}
