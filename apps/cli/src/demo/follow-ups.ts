import { SIGNAL_STATUS_CHANGED, SIGNAL_WITHDRAWN } from '#contracts/signals/follow-ups';
import { dateOf, type Day } from '#domain/calendar/day';
import { drawSignal, type Sent, typeOf } from './draw-signal';
import { type FedEvent, referenceTo } from './fed-event';
import type { Offices } from './offices';
import type { Random } from './random';
import { DISPOSED, DISPOSITIONS, SHARES } from './rates';

/** Who sends, and the last day of the feed. */
interface Following {
  readonly offices: Offices;
  readonly today: Day;
}

/** What comes of a signal later: sent once more, taken back, refuted, a clue disposed of. Never after today. */
export function followUpsOf(random: Random, sent: Sent, { offices, today }: Following): FedEvent[] {
  const later = Math.min(today, sent.fed.receivedOn + random.between(1, 40));
  const roll = random.next();
  if (sent.type.code === 'org-clue-registered') return disposalOf(random, sent, { offices, today });
  if (roll < SHARES.twice) return [{ ...sent.fed, receivedOn: later, again: true }];
  return roll < SHARES.twice + SHARES.takenBack ? [takenBack(sent, offices, later)] : [];
}

/** What was not verified is refuted, anything else was an error of its sender. */
function takenBack({ fed, rate, verification }: Sent, offices: Offices, day: Day): FedEvent {
  if (rate.falls === 'evenly' || verification === 'verified') {
    return offices.send(rate.agency, { type: SIGNAL_WITHDRAWN, day, data: { id: fed.event['id'], reason: '登记有误' } });
  }
  const data = { of: referenceTo(fed), status: 'refuted', decidedOn: dateOf(day), reason: '经核查反映不实' };
  return offices.send(rate.agency, { type: SIGNAL_STATUS_CHANGED, day, data });
}

/** @returns nothing for a clue that is not yet disposed of by the last day */
function disposalOf(random: Random, { fed, cadre, rate }: Sent, { offices, today }: Following): FedEvent[] {
  const received = fed.receivedOn + random.between(10, 45);
  if (received > today) return [];
  let roll = random.next() * 100;
  const chosen = DISPOSITIONS.find(({ percent }) => (roll -= percent) < 0) ?? DISPOSITIONS[0];
  const { matter } = fed.event['data'] as { readonly matter?: string };
  const disposed = drawSignal(random, { offices, rate: { ...rate, ...DISPOSED }, type: typeOf(DISPOSED.code), cadre, received, matter });
  const data = disposed.fed.event['data'] as Record<string, unknown>;
  const fields = { disposition: chosen.disposition, result: chosen.result };
  return [{ ...disposed.fed, event: { ...disposed.fed.event, data: { ...data, fields } } }];
}

/** In one of the ways in which senders err; the door refuses each with another problem. */
export function broken(random: Random, { fed }: Sent): FedEvent {
  const data = fed.event['data'] as Record<string, unknown>;
  const { reporterKind: _, ...withoutKind } = data;
  const wrong = random.pick([
    { data: withoutKind },
    { data: { ...data, severity: 9 } },
    { type: 'liuqu.signal.unheard-of.v1' },
    { time: `${dateOf(fed.receivedOn + 400)}T09:00:00+08:00` },
  ]);
  return { ...fed, event: { ...fed.event, ...wrong }, malformed: true };
}
