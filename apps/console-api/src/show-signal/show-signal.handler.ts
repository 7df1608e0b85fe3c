import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { SignalFile } from '#contracts/console/signals';
import { signalOfType } from '#contracts/signals/catalogue';
import { toldFields } from '#contracts/signals/told-fields';
import { dateOf } from '#domain/calendar/day';
import type { Scope } from '#persistence/database';
import { type SignalListRow, SignalQueries } from '#persistence/queries/signal-queries';
import { Problem } from '#platform/http/problem';
import { Clock } from '#platform/time/clock';
import { today } from '../asking/as-of';
import { seesResolvedOnly, signalRowOf } from '../list-signals/signal-row-of';
import { PoliciesInForce } from '../policy-in-force/policies-in-force';
import { SubjectLedgers } from '../tell-reading/subject-ledgers';
import { ShowSignal } from './show-signal.query';
import { standingOfSignal } from './standing-of-signal';

@QueryHandler(ShowSignal)
export class ShowSignalHandler implements IQueryHandler<ShowSignal> {
  constructor(
    private readonly signals: SignalQueries,
    private readonly ledgers: SubjectLedgers,
    private readonly policies: PoliciesInForce,
    private readonly clock: Clock,
  ) {}

  async execute({ reader: { role, unit }, eventId }: ShowSignal): Promise<SignalFile> {
    const [row] = await this.signals.list(unit, { event: eventId, resolvedOnly: seesResolvedOnly(role), limit: 1 });
    if (!row) throw new Problem(404, 'signal-not-found', '没有找到该来件。');
    return {
      ...signalRowOf(row),
      fields: [...(await this.fieldsOf(unit, row))],
      standing: await this.standingOf(unit, row),
      day: dateOf(today(this.clock)),
    };
  }

  private async fieldsOf(scope: Scope, { event_id: eventId, type }: SignalListRow): Promise<SignalFile['fields']> {
    const known = signalOfType(type);
    const fields = await this.signals.fields(scope, eventId);
    return known && fields ? [...toldFields(known, fields)] : [];
  }

  private async standingOf(
    scope: Scope,
    { event_id: eventId, subject, subject_name: name }: SignalListRow,
  ): Promise<SignalFile['standing']> {
    if (subject === null || name === null) return null;
    const day = today(this.clock);
    const { policy } = await this.policies.under(scope, day);
    const { entries } = await this.ledgers.entries(scope, subject, policy);
    return standingOfSignal(entries, eventId, day, policy);
  }
}
