import type { ChannelRecord } from '#contracts/signals/channel-record';
import { aChangeRecord, aPostHeldRecord, aSignalRecord, aWithdrawalRecord, eventOf } from '#testing/channel-records';
import { uuidOf } from '#platform/event-id';
import { dayOf } from '#domain/calendar/day';
import { type Message, messageOf, type PersonalMessage } from './message';
import type { Ground, KnownEvent, People, Places } from './ground';
import { Resolution } from './resolution';

/** Everybody with a token is known by it; nobody else is. */
const PEOPLE: People = {
  identify: ({ record }) => {
    const token = record.subject?.cadreToken;
    return token === undefined ? { kind: 'unsure', candidates: [] } : { kind: 'cadre', cadreId: `cadre:${token}`, by: 'id-number' };
  },
  candidates: () => [],
};

/** The person a has held a post of the town U-1 since 2020, b had one of U-2 and has had one of U-1 since May. */
const PLACES: Places = {
  units: new Map([
    ['unit:U-1', '/C/U-1/'],
    ['unit:U-2', '/C/U-2/'],
  ]),
  posts: new Map([['P-001', '/C/U-1/']]),
  held: new Map([
    ['cadre:a', [{ path: '/C/U-1/', from: dayOf('2020-01-01'), left: null }]],
    [
      'cadre:b',
      [
        { path: '/C/U-2/', from: dayOf('2020-01-01'), left: dayOf('2026-05-01') },
        { path: '/C/U-1/', from: dayOf('2026-05-01'), left: null },
      ],
    ],
  ]),
};

const LATER = '2026-06-01';

function known(id: string, state: KnownEvent['state'], told: Partial<KnownEvent> = {}): KnownEvent {
  const subject = state === 'resolved' ? 'cadre:a' : null;
  return { eventId: eventOf(id), source: '/agency/A-AUD/audit', state, subject, corrects: null, ...told };
}

function resolutionOf(
  events: readonly KnownEvent[],
  waiting: readonly ChannelRecord[] = [],
  successors: Ground['successors'] = new Map(),
): Resolution {
  const told = { events, successors, waiting: waiting.map(messageOf) };
  return new Resolution({
    ...told,
    waitingIds: new Set(),
    people: PEOPLE,
    movedUp: new Set(),
    posts: new Map([['P-001', []]]),
    places: PLACES,
  });
}

const aboutA = (id: string, data: Record<string, unknown> = {}): ChannelRecord => aSignalRecord({ id, subject: { cadreToken: 'a' }, data });
const aboutB = (id: string, data: Record<string, unknown> = {}): ChannelRecord => aSignalRecord({ id, subject: { cadreToken: 'b' }, data });
const aboutSomebody = (id: string, data: Record<string, unknown> = {}): ChannelRecord =>
  aSignalRecord({ id, subject: { name: '陈示例' }, data });

/** Facts in order as [kind, event or target, subject, released on]. */
function toldBy(resolution: Resolution): unknown {
  return resolution.facts.map((fact) => [
    fact.kind,
    'target' in fact ? `${fact.eventId} of ${fact.target}` : fact.eventId,
    fact.subject,
    ...('corrects' in fact && fact.corrects !== undefined ? [`corrects ${fact.corrects}`] : []),
  ]);
}

const statesOf = (resolution: Resolution): Record<string, string> =>
  Object.fromEntries(resolution.settledEvents.map(({ eventId, state }) => [eventId, state]));

function given(
  events: readonly KnownEvent[],
  ...waiting: readonly ChannelRecord[]
): { when(...records: readonly ChannelRecord[]): Resolution } {
  return {
    when(...records) {
      const resolution = resolutionOf(events, waiting);
      for (const record of records) resolution.take(messageOf(record));
      return resolution;
    },
  };
}

describe('what waits for a signal', () => {
  it('is released with it, in the order in which it came', () => {
    const changes = [aChangeRecord({ id: 'c1' }, '1'), aChangeRecord({ id: 'c2', receivedOn: LATER }, '1')];
    const resolution = given([], ...changes).when(aChangeRecord({ id: 'c3' }, '1'), aboutA('1'), aChangeRecord({ id: 'c4' }, '1'));
    expect(toldBy(resolution)).toEqual([
      ['signal', eventOf('1'), 'cadre:a'],
      ['change', `${eventOf('c1')} of ${eventOf('1')}`, 'cadre:a'],
      ['change', `${eventOf('c2')} of ${eventOf('1')}`, 'cadre:a'],
      ['change', `${eventOf('c3')} of ${eventOf('1')}`, 'cadre:a'],
      ['change', `${eventOf('c4')} of ${eventOf('1')}`, 'cadre:a'],
    ]);
    expect(resolution.facts.map(({ releasedOn }) => releasedOn)).toEqual(['2026-04-30', '2026-04-30', LATER, '2026-04-30', '2026-04-30']);
    expect(resolution.released).toEqual([eventOf('c1'), eventOf('c2')]);
    expect(resolution.nowWaiting).toEqual([]);
  });

  it('goes on waiting while the signal lies in triage', () => {
    const resolution = given([]).when(aChangeRecord({ id: 'c' }, '1'), aboutSomebody('1'));
    expect(resolution.facts).toEqual([]);
    expect(resolution.nowWaiting.map(({ record }) => record.id)).toEqual(['c']);
    expect(resolution.opened.map(({ message }) => message.record.id)).toEqual(['1']);
  });

  it('may have something that waits for it in turn', () => {
    const resolution = given([], aChangeRecord({ id: 'c' }, '1'), aWithdrawalRecord({ id: 'w' }, 'c')).when(aboutA('1'));
    expect(toldBy(resolution)).toEqual([
      ['signal', eventOf('1'), 'cadre:a'],
      ['change', `${eventOf('c')} of ${eventOf('1')}`, 'cadre:a'],
      ['withdrawal', `${eventOf('w')} of ${eventOf('c')}`, 'cadre:a'],
    ]);
  });

  it('waits for ever, visibly, when two corrections name each other', () => {
    const resolution = given([]).when(aboutA('1', { correctionOf: '2' }), aboutA('2', { correctionOf: '1' }));
    expect(resolution.facts).toEqual([]);
    expect(resolution.nowWaiting.map(({ record }) => record.id).toSorted()).toEqual(['1', '2']);
  });
});

describe('a withdrawal', () => {
  it('takes back what has been released, on the subject of that', () => {
    expect(toldBy(given([known('1', 'resolved')]).when(aWithdrawalRecord({ id: 'w' }, '1')))).toEqual([
      ['withdrawal', `${eventOf('w')} of ${eventOf('1')}`, 'cadre:a'],
    ]);
  });

  it('settles what lies in triage, and refuses the changes that wait for it', () => {
    const resolution = given([known('1', 'triage')], aChangeRecord({ id: 'c' }, '1')).when(aWithdrawalRecord({ id: 'w' }, '1'));
    expect(resolution.facts).toEqual([]);
    expect(resolution.closed).toEqual([
      { eventId: eventOf('1'), state: 'refused', by: null, because: 'withdrawn-by-its-source', reason: null },
    ]);
    expect(statesOf(resolution)).toEqual({ [eventOf('1')]: 'refused', [eventOf('c')]: 'refused', [eventOf('w')]: 'resolved' });
    expect(resolution.refusedChanges).toBe(1);
  });

  it('that came first meets its signal on the way into triage', () => {
    const resolution = given([]).when(aWithdrawalRecord({ id: 'w' }, '1'), aboutSomebody('1'));
    expect(statesOf(resolution)).toEqual({ [eventOf('1')]: 'refused', [eventOf('w')]: 'resolved' });
    expect(resolution.closed).toHaveLength(1);
  });

  it('of another source is of another event', () => {
    const record = aWithdrawalRecord({ id: 'w', source: '/agency/A-DIS/cases' }, '1');
    expect(given([known('1', 'resolved')]).when(record).nowWaiting).toHaveLength(1);
  });
});

describe('a correction', () => {
  const corrects = { correctionOf: '1' };

  it('of the same subject is one fact', () => {
    expect(toldBy(given([known('1', 'resolved')]).when(aboutA('2', corrects)))).toEqual([
      ['signal', eventOf('2'), 'cadre:a', `corrects ${eventOf('1')}`],
    ]);
  });

  it('of another subject takes back on the one and assigns on the other', () => {
    expect(toldBy(given([known('1', 'resolved')]).when(aboutB('2', corrects)))).toEqual([
      ['withdrawal', `${uuidOf('corrected-by', eventOf('2'))} of ${eventOf('1')}`, 'cadre:a'],
      ['signal', eventOf('2'), 'cadre:b'],
    ]);
  });

  it('waits for what it corrects', () => {
    expect(given([]).when(aboutA('2', corrects)).nowWaiting).toHaveLength(1);
    expect(toldBy(given([], aboutA('2', corrects)).when(aboutA('1')))).toEqual([
      ['signal', eventOf('1'), 'cadre:a'],
      ['signal', eventOf('2'), 'cadre:a', `corrects ${eventOf('1')}`],
    ]);
  });

  it('of what lies in triage settles that and is resolved on its own', () => {
    const resolution = given([known('1', 'triage')]).when(aboutA('2', corrects));
    expect(toldBy(resolution)).toEqual([['signal', eventOf('2'), 'cadre:a']]);
    expect(resolution.closed).toEqual([
      { eventId: eventOf('1'), state: 'refused', by: null, because: 'corrected-by-its-source', reason: null },
    ]);
  });

  it('of what was refused stands on its own', () => {
    expect(toldBy(given([known('1', 'refused')]).when(aboutA('2', corrects)))).toEqual([['signal', eventOf('2'), 'cadre:a']]);
  });

  it('of what was corrected before comes in the place of that correction, so that one of them counts', () => {
    const twice = given([known('1', 'resolved')]).when(aboutA('2', corrects), aboutA('3', corrects), aboutB('4', corrects));
    expect(toldBy(twice)).toEqual([
      ['signal', eventOf('2'), 'cadre:a', `corrects ${eventOf('1')}`],
      ['signal', eventOf('3'), 'cadre:a', `corrects ${eventOf('2')}`],
      ['withdrawal', `${uuidOf('corrected-by', eventOf('4'))} of ${eventOf('3')}`, 'cadre:a'],
      ['signal', eventOf('4'), 'cadre:b'],
    ]);
    expect([...twice.succeeded]).toEqual([
      [eventOf('1'), eventOf('2')],
      [eventOf('2'), eventOf('3')],
      [eventOf('3'), eventOf('4')],
    ]);
    const later = resolutionOf([known('1', 'resolved'), known('2', 'resolved')], [], new Map([[eventOf('1'), eventOf('2')]]));
    later.take(messageOf(aboutA('3', corrects)));
    expect(toldBy(later)).toEqual([['signal', eventOf('3'), 'cadre:a', `corrects ${eventOf('2')}`]]);
  });

  it('of what was corrected before settles the earlier correction when that lies in triage', () => {
    const inTriage = known('2', 'triage', { corrects: eventOf('1') });
    const resolution = resolutionOf([known('1', 'resolved'), inTriage], [], new Map([[eventOf('1'), eventOf('2')]]));
    resolution.take(messageOf(aboutA('3', corrects)));
    expect(toldBy(resolution)).toEqual([
      ['withdrawal', `${uuidOf('corrected-by', eventOf('2'))} of ${eventOf('1')}`, 'cadre:a'],
      ['signal', eventOf('3'), 'cadre:a'],
    ]);
    expect(resolution.closed).toEqual([
      { eventId: eventOf('2'), state: 'refused', by: null, because: 'corrected-by-its-source', reason: null },
    ]);
  });

  it('that lies in triage leaves what it corrects until it is settled, and takes it back whichever way it is', () => {
    expect(given([known('1', 'resolved')]).when(aboutSomebody('2', corrects)).facts).toEqual([]);

    const takenBack = ['withdrawal', `${uuidOf('corrected-by', eventOf('2'))} of ${eventOf('1')}`, 'cadre:a'];
    const inTriage = known('2', 'triage', { corrects: eventOf('1') });
    const assigned = resolutionOf([known('1', 'resolved'), inTriage]);
    assigned.settle(messageOf(aboutSomebody('2', corrects)) as PersonalMessage, 'cadre:a', 'clerk', LATER);
    expect(toldBy(assigned)).toEqual([['signal', eventOf('2'), 'cadre:a', `corrects ${eventOf('1')}`]]);

    const refused = resolutionOf([known('1', 'resolved'), inTriage]);
    refused.refuse(inTriage, { by: 'clerk', because: 'not-accepted', reason: '不属受理范围' }, LATER);
    expect(toldBy(refused)).toEqual([takenBack]);

    const correctedAgain = given([known('1', 'resolved'), inTriage]).when(aboutA('3', { correctionOf: '2' }));
    expect(toldBy(correctedAgain)).toEqual([takenBack, ['signal', eventOf('3'), 'cadre:a']]);
  });
});

describe('a person who settles', () => {
  const message: Message = messageOf(aboutSomebody('1'));
  const inTriage = known('1', 'triage');

  it('releases on that day what waited, in order', () => {
    const waiting = [aChangeRecord({ id: 'c1' }, '1'), aChangeRecord({ id: 'c2', receivedOn: '2026-06-03' }, '1')];
    const resolution = resolutionOf([inTriage], waiting);
    resolution.settle(message as PersonalMessage, 'cadre:b', 'clerk', LATER);
    expect(resolution.facts.map(({ kind, subject, releasedOn }) => [kind, subject, releasedOn])).toEqual([
      ['signal', 'cadre:b', LATER],
      ['change', 'cadre:b', LATER],
      ['change', 'cadre:b', '2026-06-03'],
    ]);
    expect(resolution.closed).toEqual([{ eventId: eventOf('1'), state: 'settled', by: 'clerk', because: null, reason: null }]);
  });

  it('refuses with a signal what waited for it, but not a correction of that', () => {
    const waiting = [aChangeRecord({ id: 'c' }, '1'), aboutA('2', { correctionOf: 'c' })];
    const resolution = resolutionOf([inTriage], waiting);
    resolution.refuse(inTriage, { by: 'clerk', because: 'not-accepted', reason: '不属受理范围' }, LATER);
    expect(statesOf(resolution)).toEqual({ [eventOf('1')]: 'refused', [eventOf('c')]: 'refused', [eventOf('2')]: 'resolved' });
    expect(resolution.refusedChanges).toBe(1);
    expect(resolution.released).toEqual([eventOf('c'), eventOf('2')]);
  });
});

describe('what was told before', () => {
  it('changes nothing, also within one batch', () => {
    expect(given([known('1', 'resolved')]).when(aboutA('1')).facts).toEqual([]);
    expect(given([known('1', 'refused')]).when(aboutA('1')).opened).toEqual([]);
    expect(given([]).when(aboutA('1'), aboutA('1')).facts).toHaveLength(1);
    expect(given([]).when(aChangeRecord({ id: 'c' }, '1'), aChangeRecord({ id: 'c' }, '1')).nowWaiting).toHaveLength(1);
  });
});

describe('an agency that may speak of one town', () => {
  const OF_U2 = ['U-2'];
  const refused = (resolution: Resolution): unknown => resolution.turnedAway.map(({ message, because }) => [message.record.id, because]);
  const out = (...ids: readonly string[]): unknown => ids.map((id) => [id, 'out-of-range']);

  it('is heard of whoever holds a post there or below, on the day spoken of or on the day of receipt', () => {
    const whole = { ...aboutA('1'), units: ['C'] };
    const before = { ...aboutB('2', { occurredOn: '2026-04-30' }), units: OF_U2, receivedOn: LATER };
    const since = { ...aboutB('3', { occurredOn: '2026-04-27' }), units: ['U-1'], receivedOn: '2026-05-01' };
    const resolution = given([]).when(whole, before, since);
    expect([resolution.facts.map(({ subject }) => subject), refused(resolution)]).toEqual([['cadre:a', 'cadre:b', 'cadre:b'], []]);
  });

  it('is refused of anybody else, without a fact, a question or a word that differs', () => {
    const left = { ...aboutB('2', { occurredOn: '2026-05-01' }), units: OF_U2, receivedOn: LATER };
    const withoutPost = { ...aSignalRecord({ id: '3', subject: { cadreToken: 'z' } }), units: OF_U2 };
    const longer = { ...aboutA('4'), units: ['U-11', 'U-', '1'] };
    const resolution = given([]).when({ ...aboutA('1'), units: OF_U2 }, left, withoutPost, longer);
    expect([refused(resolution), resolution.facts, resolution.opened]).toEqual([out('1', '2', '3', '4'), [], []]);
    expect(new Set(Object.values(statesOf(resolution)))).toEqual(new Set(['refused']));
  });

  it('is refused of a unit elsewhere, whoever is named with it; a unit that nobody knows is asked about', () => {
    const named = (id: string, unitCode: string) => ({ ...aSignalRecord({ id, subject: { name: '陈示例', unitCode } }), units: OF_U2 });
    const whom = { ...aSignalRecord({ id: '4', subject: { cadreToken: 'b', unitCode: 'U-1' } }), units: OF_U2 };
    const resolution = given([]).when(named('1', 'U-1'), named('2', 'U-2'), named('3', 'U-404'), whom);
    expect([refused(resolution), resolution.opened.map(({ message }) => message.record.id)]).toEqual([out('1', '4'), ['2', '3']]);
  });

  it('tells of posts there, whoever comes to hold them', () => {
    const held = (id: string, units: string[]) => ({ ...aPostHeldRecord({ id, subject: { cadreToken: 'z' } }), units });
    const resolution = given([]).when(held('1', ['U-1']), held('2', OF_U2));
    expect([toldBy(resolution), refused(resolution)]).toEqual([[['post-held', eventOf('1'), 'cadre:z']], out('2')]);
  });

  it('judges what it sent itself, and of others what is about its people', () => {
    const own = { ...aChangeRecord({ id: 'c1' }, '1'), units: OF_U2 };
    const others = { ...aChangeRecord({ id: 'c2', source: '/agency/A-T2/main', agency: 'A-T2' }, '1'), units: OF_U2 };
    const its = { ...others, units: ['U-1'] };
    expect(refused(given([known('1', 'resolved')]).when(own))).toEqual([]);
    expect(toldBy(given([known('1', 'resolved')]).when(its))).toEqual([['change', `${its.eventId} of ${eventOf('1')}`, 'cadre:a']]);
    const resolution = given([known('1', 'resolved')]).when(others);
    expect([toldBy(resolution), refused(resolution)]).toEqual([[], out('c2')]);
  });

  it('has a change that waited refused when the signal turns out to be about somebody elsewhere', () => {
    const others = { ...aChangeRecord({ id: 'c', source: '/agency/A-T2/main', agency: 'A-T2' }, '1'), units: OF_U2 };
    expect(refused(given([], others).when(aboutA('1')))).toEqual(out('c'));
  });

  it('takes back what it corrects, though the correction names somebody elsewhere', () => {
    const correction = { ...aboutA('2', { correctionOf: '1' }), units: OF_U2 };
    const resolution = given([known('1', 'resolved', { subject: 'cadre:b' })]).when(correction);
    expect([resolution.takenBack, refused(resolution)]).toEqual([[eventOf('1')], out('2')]);
  });
});
