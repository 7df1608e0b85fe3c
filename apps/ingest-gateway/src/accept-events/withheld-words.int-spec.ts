import { randomUUID } from 'node:crypto';
import { CATALOGUE } from '#contracts/signals/catalogue';
import { SIGNAL_WITHDRAWN } from '#contracts/signals/follow-ups';
import { eventIdOf } from '#platform/event-id';
import { anEvent, type Answer, type Door, type Sent } from '#testing/door';
import { type StartedDoor, startDoor } from '#testing/door-on-postgres';
import { SEALER_OF_TESTS } from '#testing/resolver-on-postgres';
import { describeWith } from '#testing/services/local-services';
import { IngestGatewayModule } from '../ingest-gateway.module';

const SOURCE = '/agency/A-PET/main';
const ID_NUMBER = '99999919700101101X';
const CAUSE = `征地补偿-${randomUUID()}`;

const aVisit = (id: string, data: Sent = {}): Sent =>
  anEvent(id, { code: 'public-group-visit', source: SOURCE }, { fields: { persons: 18, cause: CAUSE }, ...data });

describeWith(['postgres'], 'the door withholds the words of petitions', () => {
  let started: StartedDoor;
  let petitions: Door;

  beforeAll(async () => {
    started = await startDoor([IngestGatewayModule]);
    petitions = await started.door.admitted({ code: 'A-PET', channels: ['public', 'organization'] });
  });
  beforeEach(async () => started.empty());
  afterAll(async () => started?.close());

  const sealedRows = async (): Promise<{ readonly event_id: string; readonly field: string; readonly sealed: Buffer }[]> =>
    started.database.query('SELECT event_id, field, sealed FROM gateway.sealed_words ORDER BY event_id, field');
  /** What lies under seal, by event and field. */
  const opened = async (): Promise<Record<string, string>> => {
    const rows = await sealedRows();
    return Object.fromEntries(
      rows.map(({ event_id: id, field, sealed }) => [`${id} ${field}`, SEALER_OF_TESTS.open(sealed, `words/${id}/${field}`).toString()]),
    );
  };
  const appendedText = async (): Promise<string> => (await started.appended()).map(({ text }) => text).join('\n');
  const answeredText = ({ body }: Answer): string => JSON.stringify(body);

  it('given a group visit, when it is accepted, then the log has its label alone, and its words open under seal in their place', async () => {
    expect((await petitions.post(aVisit('1'))).status).toBe(202);
    const [only] = await started.appended();
    expect(only?.record.data['fields']).toEqual({ persons: 18, cause: null });
    expect(await appendedText()).not.toContain(CAUSE);
    const id = eventIdOf(SOURCE, '1');
    expect(await opened()).toEqual({ [`${id} cause`]: CAUSE });
    const [row] = await sealedRows();
    expect(row?.sealed.includes(CAUSE)).toBe(false);
    expect(() => SEALER_OF_TESTS.open(row?.sealed ?? Buffer.of(), `words/${id}/act`)).toThrow('sealed bytes do not open here');
    expect(() => SEALER_OF_TESTS.open(row?.sealed ?? Buffer.of(), `words/${eventIdOf(SOURCE, '2')}/cause`)).toThrow();
  });

  it('given the same again, in words or not, then it has the same receipt, and other words are a conflict', async () => {
    const first = await petitions.post(aVisit('1'));
    const again = await petitions.post(aVisit('1'));
    expect([again.status, again.body]).toEqual([202, first.body]);
    const other = await petitions.post(aVisit('1', { fields: { persons: 18, cause: '另一诉求' } }));
    expect([other.status, other.body.code]).toEqual([409, 'same-id-other-content']);
    expect(Object.values(await opened())).toEqual([CAUSE]);
    expect(await started.appended()).toHaveLength(1);
  });

  it('given every type of signal with words of its own in one batch, then as many lie under seal as are withheld', async () => {
    const all = await started.door.admitted({
      code: 'A-ALL',
      channels: ['public', 'media', 'self', 'team', 'superior', 'organization'],
      statuses: ['unverified', 'plausible', 'verified', 'refuted', 'malicious'],
      authority: 'city',
    });
    const source = '/agency/A-ALL/main';
    const events = CATALOGUE.map((signal) => anEvent(signal.code, { code: signal.code, source }));
    const answer = await all.postBatch(events);
    expect(answer.body.items?.map(({ status }) => status)).toEqual(CATALOGUE.map(() => 202));
    const withheld = CATALOGUE.flatMap(({ code, withheld: names, example }) =>
      names.map((name) => [`${eventIdOf(source, code)} ${name}`, (example['fields'] as Record<string, string>)[name]] as const),
    );
    expect(withheld).toHaveLength(9);
    expect(await opened()).toEqual(Object.fromEntries(withheld));
  });

  it('given the reason of a withdrawal, then that is withheld too', async () => {
    const withdrawal = { ...anEvent('w', { type: SIGNAL_WITHDRAWN, source: SOURCE }), data: { id: '1', reason: CAUSE } };
    expect((await petitions.post(withdrawal)).status).toBe(202);
    expect((await started.appended()).map(({ record }) => record.data)).toEqual([{ id: '1', reason: null }]);
    expect(Object.values(await opened())).toEqual([CAUSE]);
  });

  it('given a finding of an organ, then nothing is sealed and all of it is appended', async () => {
    expect((await petitions.post(anEvent('1', { source: SOURCE }))).status).toBe(202);
    expect([await sealedRows(), (await started.appended())[0]?.record.data['fields']]).toEqual([
      [],
      expect.objectContaining({ problem: '违规发放津贴补贴' }),
    ]);
  });

  it.each([false, true])(
    'given a log that does not answer (and it had written: %s), when the same comes again, then its words are there once',
    async (written) => {
      started.log.failures = 1;
      started.log.writesBeforeItFails = written;
      expect((await petitions.post(aVisit('1'))).status).toBe(503);
      started.log.failures = 0;
      expect((await petitions.post(aVisit('1'))).status).toBe(202);
      expect(Object.values(await opened())).toEqual([CAUSE]);
    },
  );

  it('given the same twenty times at once and in batches that overlap, then its words are there once', async () => {
    const batch = Array.from({ length: 20 }, (_, at) => aVisit(`e-${at}`));
    await Promise.all([
      ...batch.map(async () => petitions.post(aVisit('1'))),
      petitions.postBatch(batch),
      petitions.postBatch(batch.toReversed()),
    ]);
    expect(await sealedRows()).toHaveLength(21);
  });

  it('given somebody managed higher, then not a word is kept', async () => {
    await started.door.asAdministrator('PUT', '/api/v1/managed-higher', 'text/csv', `kind,value\nid-number,${ID_NUMBER}\n`);
    expect((await petitions.post(aVisit('1', { subject: { idNumber: ID_NUMBER } }))).status).toBe(403);
    expect([await sealedRows(), await started.receipts()]).toEqual([[], []]);
  });

  it.each([false, true])(
    'given somebody who is known to be managed higher only when a petition that the log did not answer comes again (it had written: %s), then neither receipt nor word stays',
    async (written) => {
      const visit = aVisit('1', { subject: { idNumber: ID_NUMBER } });
      started.log.failures = 1;
      started.log.writesBeforeItFails = written;
      expect((await petitions.post(visit)).status).toBe(503);
      started.log.failures = 0;
      expect(await sealedRows()).toHaveLength(1);
      await started.door.asAdministrator('PUT', '/api/v1/managed-higher', 'text/csv', `kind,value\nid-number,${ID_NUMBER}\n`);
      expect((await petitions.post(visit)).status).toBe(403);
      expect([await sealedRows(), await started.receipts()]).toEqual([[], []]);
    },
  );

  it('given words of a withdrawal and of a change, then it is kept which event they are about', async () => {
    const withdrawal = { ...anEvent('w', { type: SIGNAL_WITHDRAWN, source: SOURCE }), data: { id: '1', reason: CAUSE } };
    await petitions.post(withdrawal);
    await petitions.post(aVisit('2'));
    expect(await started.database.query('SELECT event_id, about FROM gateway.sealed_words ORDER BY about')).toEqual([
      { event_id: eventIdOf(SOURCE, 'w'), about: eventIdOf(SOURCE, '1') },
      { event_id: eventIdOf(SOURCE, '2'), about: null },
    ]);
  });

  const refused: readonly (readonly [what: string, event: Sent | string])[] = [
    ['a severity beyond the type', aVisit('1', { severity: 9 })],
    ['words of another kind', aVisit('1', { fields: { persons: 18, cause: [CAUSE] } })],
    ['words that are too long', aVisit('1', { fields: { persons: 18, cause: CAUSE.repeat(9) } })],
    ['words where a number belongs', aVisit('1', { fields: { persons: CAUSE, cause: CAUSE } })],
    ['words in a field of no type', aVisit('1', { fields: { persons: 18, cause: CAUSE, more: CAUSE } })],
    ['words beside the fields', aVisit('1', { story: CAUSE })],
    ['an ID number among the words', aVisit('1', { fields: { persons: 18, cause: `${CAUSE} ${ID_NUMBER}` } })],
    ['a day to come', aVisit('1', { occurredOn: '2027-01-01' })],
    ['another source', { ...aVisit('1'), source: '/agency/A-ORG/main' }],
    ['no type', { ...aVisit('1'), type: 'liuqu.signal.unheard-of.v1' }],
    ['a reporter', aVisit('1', { reporter: CAUSE })],
    ['text that is no JSON', JSON.stringify(aVisit('1')).slice(0, -3)],
    ['a key twice', JSON.stringify(aVisit('1')).replace('"persons"', `"cause":"${CAUSE}","persons"`)],
  ];

  it.each(refused)('given %s, then it is refused and its words are neither answered, kept nor appended', async (_what, event) => {
    const alone = await petitions.post(event);
    const inBatch = await petitions.send(
      'application/cloudevents-batch+json',
      `[${typeof event === 'string' ? event : JSON.stringify(event)}]`,
    );
    expect(alone.status).toBeGreaterThanOrEqual(400);
    expect(alone.status).toBeLessThan(500);
    expect(answeredText(alone) + answeredText(inBatch)).not.toContain(CAUSE);
    expect([await sealedRows(), await appendedText(), await started.receipts()]).toEqual([[], '', []]);
  });
});
