import { type RiskFact, riskFactType } from '#contracts/risk/risk-facts';
import { dateOf } from '#domain/calendar/day';
import { toRecord } from '#messaging/codec';
import type { NewRecord } from '#messaging/event-log';
import { uuidOf } from '#platform/event-id';
import { chanceFrom } from '../chance';
import { ALL_KINDS, subjectAt } from '../projector/facts';

const FACTS_A_SUBJECT = 10;

const FACTS_A_DAY = 2_000;
const FIRST_DAY = 8_000;

/**
 * The facts of a county that grows: at every length there are as many subjects as a tenth of the facts, so that a log is to any of its
 * beginnings as two counties of different size are to each other. Signals of all scored types; one fact in twenty judges an earlier
 * signal, one in fifty takes one back.
 */
export function* growingLog(length: number): Generator<NewRecord> {
  const chance = chanceFrom(length);
  const last: string[] = [];
  for (let at = 0; at < length; at += 1) {
    const place = Math.floor(chance() * (at / FACTS_A_SUBJECT + 1));
    const eventId = uuidOf('rebuild-bench', String(at));
    const fact = factAt(at, { subject: subjectAt(place), eventId, target: last[place] }, chance);
    if (fact.kind === 'signal') last[place] = eventId;
    yield toRecord(fact.subject, { id: eventId, type: riskFactType(fact.kind), source: '/liuqu/signal-resolver', data: fact });
  }
}

interface About {
  readonly subject: string;
  readonly eventId: string;
  /** The last signal of the subject. */
  readonly target: string | undefined;
}

function factAt(at: number, { target, ...about }: About, chance: () => number): RiskFact {
  const released = FIRST_DAY + Math.floor(at / FACTS_A_DAY);
  const told = { ...about, releasedOn: dateOf(released) };
  const lot = chance();
  if (target !== undefined && lot < 0.05)
    return {
      kind: 'change',
      ...told,
      target,
      status: lot < 0.03 ? 'plausible' : 'refuted',
      decidedOn: told.releasedOn,
      authority: 'county',
    };
  if (target !== undefined && lot < 0.07) return { kind: 'withdrawal', ...told, target };
  const kind = ALL_KINDS[Math.floor(chance() * ALL_KINDS.length)];
  if (!kind) throw new RangeError('a type is scored');
  const day = dateOf(released - Math.floor(chance() * 20));
  return {
    kind: 'signal',
    ...told,
    assignment: 1,
    ...kind,
    matter: `${kind.group}/M-${Math.floor(chance() * 3)}`,
    day,
    receivedOn: told.releasedOn,
  };
}
