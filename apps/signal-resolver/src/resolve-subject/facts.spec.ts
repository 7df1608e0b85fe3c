import { riskFact } from '#contracts/risk/risk-facts';
import type { ChannelRecord } from '#contracts/signals/channel-record';
import { aChangeRecord, aPostHeldRecord, aPostLeftRecord, aSignalRecord, eventOf } from '#testing/channel-records';
import { changeFact, postFact, signalFact } from './facts';
import { type ChangeMessage, messageOf, NotAMessage, type PostMessage, type SignalMessage } from './message';

const release = { subject: 'cadre:1', releasedOn: '2026-05-02' };

const factOf = (record: ChannelRecord, corrects?: string): object => signalFact(messageOf(record) as SignalMessage, release, corrects);
const dayOf = (data: Record<string, unknown>, told: Partial<ChannelRecord> = {}): unknown =>
  factOf(aSignalRecord({ id: '1', ...told, data: { occurredOn: undefined, ...data } }));

describe('the fact of a signal', () => {
  it('says what the projector needs, and nothing that names a person', () => {
    const record = aSignalRecord({ id: '1', subject: { name: '陈示例', unitCode: 'U-001', post: '镇长' } });
    const fact = factOf(record);
    expect(fact).toEqual({
      kind: 'signal',
      subject: 'cadre:1',
      releasedOn: '2026-05-02',
      eventId: eventOf('1'),
      assignment: 1,
      code: 'org-audit-exit-finding',
      channel: 'organization',
      group: 'A-AUD',
      matter: 'A-AUD/number/M-2026-001',
      severity: 2,
      reporterKind: 'agency-finding',
      status: 'verified',
      day: '2026-04-27',
      receivedOn: '2026-04-30',
      clue: undefined,
      corrects: undefined,
      fields: { amount: 120_000, responsibility: '领导责任' },
    });
    expect(riskFact.parse(JSON.parse(JSON.stringify(fact)))).toMatchObject({ kind: 'signal' });
    expect(JSON.stringify(fact)).not.toContain('陈示例');
  });

  it('says in fields what is closed, and only of what may carry points: no word, and nothing of petitions and media', () => {
    const fieldsOf = (code: string): unknown => (factOf(aSignalRecord({ id: '1', code })) as { fields?: unknown }).fields;
    expect(fieldsOf('superior-accountability')).toEqual({ form: '通报' });
    expect(fieldsOf('org-party-sanction')).toEqual({ sanction: '警告', effectiveFrom: '2026-04-01', expiry: '2027-04-01' });
    expect(fieldsOf('public-hotline-complaint')).toBeUndefined();
    expect(fieldsOf('media-unverified-post')).toBeUndefined();
    expect(fieldsOf('org-clue-disposed')).toBeUndefined();
  });

  it('has its own matter when its agency gives none', () => {
    expect(factOf(aSignalRecord({ id: '1', data: { matter: undefined } }))).toMatchObject({ matter: `A-AUD/event/${eventOf('1')}` });
  });

  it('is in the group of the agency, of the channel for the public, or of the public for what is derived from it', () => {
    const derivedFrom = { id: 'x', group: 'public' };
    expect(factOf(aSignalRecord({ id: '1', code: 'public-hotline-complaint' }))).toMatchObject({ group: 'public' });
    expect(factOf(aSignalRecord({ id: '1', data: { derivedFrom } }))).toMatchObject({ group: 'public' });
    const fromMedia = { id: 'x', group: 'media' };
    const call = aSignalRecord({ id: '1', code: 'public-hotline-complaint', data: { derivedFrom: fromMedia } });
    expect(factOf(call)).toMatchObject({ group: 'media' });
    expect(factOf(aSignalRecord({ id: '1', data: { derivedFrom: { id: 'x' } } }))).toMatchObject({ group: 'A-AUD' });
  });

  it('is of the day of occurrence, else the end of the period, else the reported day, else the day of its time in Shanghai', () => {
    const days = { occurredOn: '2026-04-01', periodTo: '2026-03-31', reportedOn: '2026-04-20' };
    expect(dayOf(days)).toMatchObject({ day: '2026-04-01' });
    expect(dayOf({ ...days, occurredOn: undefined })).toMatchObject({ day: '2026-03-31' });
    expect(dayOf({ reportedOn: '2026-04-20' })).toMatchObject({ day: '2026-04-20' });
    expect(dayOf({}, { time: '2026-04-27T16:30:00Z' })).toMatchObject({ day: '2026-04-28' });
  });

  it('is never of a later day than the one on which it was received', () => {
    expect(dayOf({ occurredOn: '2026-05-01' })).toMatchObject({ day: '2026-04-30' });
  });

  it('lowers the events that a mitigating signal names, of whatever source', () => {
    const mitigates = [
      { source: '/agency/A-AUD/audit', id: '7' },
      { source: '/agency/A-DIS/cases', id: '8' },
    ];
    const record = aSignalRecord({ id: '1', code: 'self-gift-handover', data: { mitigates, factor: 40 } });
    expect(factOf(record, eventOf('0'))).toEqual({
      kind: 'mitigation',
      ...release,
      eventId: eventOf('1'),
      assignment: 1,
      code: 'self-gift-handover',
      targets: [eventOf('7'), eventOf('8', '/agency/A-DIS/cases')],
      factor: 40,
      corrects: eventOf('0'),
    });
  });
});

describe('the fact of a change', () => {
  it('names its signal, and the authority by which it is ranked', () => {
    const message = messageOf(aChangeRecord({ id: 'c', authority: 'city-discipline', data: { grade: 'A' } }, '1')) as ChangeMessage;
    expect(changeFact(message, release)).toEqual({
      kind: 'change',
      ...release,
      eventId: eventOf('c'),
      target: eventOf('1'),
      status: 'refuted',
      grade: 'A',
      decidedOn: '2026-04-29',
      authority: 'city-discipline',
    });
  });
});

describe('the fact of a signal that sets a status', () => {
  it.each([
    ['public-false-accusation', 'malicious'],
    ['media-rumour-refuted', 'refuted'],
  ])('%s is a change of the signal that it names to %s, by its authority and on the day of the decision', (code, status) => {
    const of = { source: '/agency/A-PET/letters', id: '7' };
    const told = aSignalRecord({ id: 'd', code, authority: 'city', subject: undefined, data: { of } });
    const message = messageOf(told) as ChangeMessage;
    const target = eventOf('7', of.source);
    expect([message.kind, message.awaits]).toEqual(['change', target]);
    const decided = { eventId: eventOf('d'), target, status, decidedOn: '2026-04-27', authority: 'city' };
    expect(changeFact(message, release)).toEqual({ kind: 'change', ...release, ...decided, grade: undefined });
  });
});

describe('the fact of a post', () => {
  it('carries the exposure factors while it is held, and the day on which it was left', () => {
    const held = messageOf(aPostHeldRecord({ id: 'h' })) as PostMessage;
    const left = messageOf(aPostLeftRecord({ id: 'l' })) as PostMessage;
    const common = { ...release, post: 'P-001' };
    expect(postFact(held, release, ['money'])).toEqual({
      kind: 'post-held',
      ...common,
      eventId: eventOf('h'),
      factors: ['money'],
      from: '2026-03-01',
    });
    expect(postFact(left, release, [])).toEqual({ kind: 'post-left', ...common, eventId: eventOf('l'), on: '2026-04-01' });
  });
});

describe('what is no message', () => {
  const whole = aSignalRecord({ id: '1' });
  it.each<[string, unknown, string]>([
    ['without its fields', { eventId: whole.eventId }, 'not-a-channel-record at /type'],
    ['with more fields than its contract', { ...whole, hobby: '钓鱼' }, 'not-a-channel-record at /'],
    ['under an id that is not its own', { ...whole, eventId: eventOf('2') }, 'event-id-does-not-fit'],
    ['of a type that nobody knows', { ...whole, type: 'liuqu.signal.hobby.v1' }, 'type-not-known'],
    ['on a channel that is not its own', { ...whole, channel: 'public' }, 'channel-does-not-fit'],
    ['about nobody', { ...whole, subject: undefined }, 'subject-missing'],
    ['with data outside its contract', { ...whole, data: { ...whole.data, severity: 9 } }, 'data-does-not-fit at /severity'],
    ['of no time', { ...whole, time: 'yesterday' }, 'time-does-not-fit'],
    ['with a character that no text has', { ...whole, subject: { name: '陈\0' } }, 'character-does-not-fit'],
    [
      'that decides about no signal',
      aSignalRecord({ id: '1', code: 'media-rumour-refuted', subject: undefined, data: { of: undefined } }),
      'data-does-not-fit at /of',
    ],
    ['that corrects itself', { ...whole, data: { ...whole.data, correctionOf: '1' } }, 'refers-to-itself'],
    [
      'that withdraws nothing',
      aChangeRecord({ id: '3', type: 'liuqu.signal.withdrawn.v1', data: { of: undefined } }, '1'),
      'data-does-not-fit at /id',
    ],
  ])('%s is told by a code and a place, never by its content', (_, value, reason) => {
    expect(() => messageOf(value)).toThrow(new NotAMessage(reason));
  });
});
