import type { CadrePage, ExplanationAnswer, ReadingAnswer } from '#contracts/console/cadres';
import { cadrePage, explanationAnswer, readingAnswer } from '#contracts/console/cadres';
import { candidateFile, type CandidatePage, candidatePage } from '#contracts/console/candidates';
import { alertCorrected } from '#contracts/alerts/alert-corrected.v1';
import { alertRaised } from '#contracts/alerts/alert-raised.v1';
import { SIGNAL_WITHDRAWN } from '#contracts/signals/follow-ups';
import { CHANNELS, channelTopic, RISK_ALERTS, RISK_EVENTS, RISK_SIGNALS } from '#contracts/topics';
import type { LogRecord } from '#messaging/event-log';
import { Database } from '#persistence/database';
import { describeWith } from '#testing/services/local-services';
import { type HeardAlert, listenToAlerts } from './alert-stream';
import { admitAgency, type Agency, as, auditFinding, call, CHEN, eventOf, LI, post, readRegistryIn, until } from './office';
import { type RunningStack, STACKS, startStack } from './running-stack';
import { recordsOn, textOf } from './topic-records';

const NEEDS = { embedded: ['postgres'], services: ['postgres', 'redis', 'kafka'] } as const;

interface Receipt {
  readonly id: string;
  readonly state: string;
}

const ID_NUMBERS = [CHEN.idNumber, LI.idNumber];
const NAMES = [CHEN.name, LI.name];

const keys = (records: readonly LogRecord[]): readonly (string | null)[] => records.map(({ key }) => key);

async function ledgerRowsOf(databaseUrl: string, eventId: string): Promise<readonly unknown[]> {
  const database = await Database.connect(databaseUrl, 1);
  try {
    return await database.query('SELECT subject, state FROM projector.ledger WHERE event_id = $1', [eventId]);
  } finally {
    await database.close();
  }
}

/** The ten steps of the README's "Follow one event", in the same words. */
for (const kind of STACKS) {
  describeWith([...NEEDS[kind]], `follow one event on the ${kind} stack`, () => {
    let stack: RunningStack;
    let audit: Agency;
    let receipt: Receipt;
    let chen: string;

    const receiptOf = async (id: string): Promise<Receipt> =>
      (await call(`${stack.door}/api/v1/receipts/${id}`, { headers: { authorization: `Bearer ${audit.key}` } })).body as Receipt;
    const cadres = async (): Promise<CadrePage> => as(stack, 'handler', 'GET /api/v1/cadres');
    const candidates = async (): Promise<CandidatePage> => as(stack, 'handler', 'GET /api/v1/candidates');

    /** The keys under which an event stands on a topic, as often as it stands there. */
    const keysOf = async (topic: string, id: string): Promise<readonly (string | null)[]> =>
      keys((await recordsOn(stack.logUrl, topic)).filter(({ headers }) => headers['ce_id'] === id));
    /** Where one of the words stands in a record of the topics: in its key, its headers or its value. */
    const standingOn = async (topics: readonly string[], words: readonly string[]): Promise<readonly string[]> => {
      const found: string[] = [];
      for (const topic of topics) {
        const records = await recordsOn(stack.logUrl, topic);
        found.push(
          ...records.flatMap((record) => words.filter((word) => textOf(record).includes(word)).map((word) => `${word} on ${topic}`)),
        );
      }
      return found;
    };

    beforeAll(async () => {
      stack = await startStack(kind);
      await readRegistryIn(stack);
      audit = await admitAgency(stack, 'A-AUD', ['organization']);
    }, 240_000);

    afterAll(async () => stack?.stop(), 120_000);

    it('1. an agency posts a CloudEvent', async () => {
      const answer = await post(stack, audit, auditFinding(audit, '2026-0001', { idNumber: CHEN.idNumber }));
      expect(answer.status).toBe(202);
      receipt = answer.body as Receipt;
    });

    it('2. it is checked against its contract; the reporter goes to the vault (coming: until then a reporter is refused)', async () => {
      const nameless = await post(stack, audit, auditFinding(audit, '2026-0002', { unitCode: 'U-001', post: '镇长' }));
      expect([nameless.status, nameless.type.split(';')[0]]).toEqual([400, 'application/problem+json']);
      expect(nameless.body).toMatchObject({ errors: [{ pointer: '/data/subject/name' }] });
      const reported = await post(
        stack,
        audit,
        auditFinding(audit, '2026-0003', { idNumber: CHEN.idNumber }, { reporter: { name: '某人' } }),
      );
      expect([reported.status, (reported.body as { code: string }).code]).toEqual([400, 'reporter-not-taken-yet']);
    });

    it("3. it goes onto its channel's topic, and the agency has a receipt", async () => {
      const again = await post(stack, audit, auditFinding(audit, '2026-0001', { idNumber: CHEN.idNumber }));
      expect([again.status, (again.body as Receipt).id]).toEqual([202, receipt.id]);
      const other = await post(stack, audit, auditFinding(audit, '2026-0001', { idNumber: LI.idNumber }));
      expect([other.status, (other.body as { code: string }).code]).toEqual([409, 'same-id-other-content']);
      expect(await keysOf(channelTopic('organization'), receipt.id)).toEqual(['/agency/A-AUD/main SJ-2026-07']);
    });

    it('4. the person is found, or a clerk is asked', async () => {
      await until(
        'the receipt as resolved',
        async () => receiptOf(receipt.id),
        ({ state }) => state === 'resolved' || state === 'scored',
      );
      const unknown = await post(stack, audit, auditFinding(audit, '2026-0004', { name: LI.name, unitCode: 'U-001' }, { severity: 2 }));
      const { id } = unknown.body as Receipt;
      await until(
        'the receipt as in triage',
        async () => receiptOf(id),
        ({ state }) => state === 'in-triage',
      );
      const triage = await as<{ items: { eventId: string; candidates: { cadreId: string }[] }[] }>(
        stack,
        'petition-clerk',
        'GET /api/v1/triage',
      );
      const item = triage.items.find(({ eventId }) => eventId === id);
      expect(item?.candidates).toHaveLength(1);
      await as(stack, 'petition-clerk', `POST /api/v1/triage/${id}/assignment`, { cadreId: item?.candidates[0]?.cadreId });
      await until(
        'the receipt as scored',
        async () => receiptOf(id),
        ({ state }) => state === 'scored',
      );
    });

    it('5. it goes onto risk.signals.v1, keyed by the cadre', async () => {
      const page = cadrePage.parse(await cadres());
      chen = page.items.find(({ name }) => name === CHEN.name)?.id ?? '';
      expect(chen).toMatch(/^cadre:[0-9a-f]{26}$/);
      expect(await keysOf(RISK_SIGNALS, receipt.id)).toEqual([chen]);
      expect(await standingOn(CHANNELS.map(channelTopic), ID_NUMBERS)).toEqual([]);
      expect(await standingOn([RISK_SIGNALS], [...ID_NUMBERS, ...NAMES])).toEqual([]);
    });

    it('6. the projector takes it, once', async () => {
      await until(
        'the receipt as scored',
        async () => receiptOf(receipt.id),
        ({ state }) => state === 'scored',
      );
      expect(await ledgerRowsOf(stack.databaseUrl, receipt.id)).toEqual([{ subject: chen, state: 'folded' }]);
    });

    it('7. ledger, reading, level and announcement are committed together', async () => {
      const reading = readingAnswer.parse(await as<ReadingAnswer>(stack, 'handler', `GET /api/v1/cadres/${chen}/reading?asOf=2026-11-01`));
      expect([reading.e, reading.odds, reading.exposurePercent]).toEqual([60_000, 1_500_000, 130]);
      const now = readingAnswer.parse(await as<ReadingAnswer>(stack, 'handler', `GET /api/v1/cadres/${chen}/reading`));
      expect([now.level, now.gateOpen]).toEqual(['inquiry', true]);
    });

    it('8. a crossing proposes a candidate; a person decides', async () => {
      const page = candidatePage.parse(await until('the candidate', candidates, ({ items }) => items.length > 0));
      expect(page.items.map((item) => [item.cadreId, item.state])).toEqual([[chen, 'proposed']]);
      const id = page.items[0]?.id ?? '';
      const why = { 'liuqu-demo-principal': 'handler', 'liuqu-purpose': 'candidate-triage', 'liuqu-task': id };
      const file = await call(`${stack.console}/api/v1/candidates/${id}`, { headers: why });
      expect(candidateFile.parse(file.body).reasons).toHaveLength(1);
      await as(stack, 'handler', `POST /api/v1/candidates/${id}/dismissal`, { reason: '已另案处理' });
      await as(stack, 'handling-office-head', `POST /api/v1/candidates/${id}/dismissal/refusal`, { reason: '尚有一件未核' });
      const taken = await as<{ state: string }>(stack, 'case-management', `POST /api/v1/candidates/${id}/taking`, {
        clueNumber: 'XS-2026-001',
      });
      expect(taken.state).toBe('taken');
    });

    it('9. consumers hear of it, and of what is taken back (retries are coming)', async () => {
      const next = async (after: string): Promise<HeardAlert> => (await listenToAlerts(stack, 1, after)).at(0) as HeardAlert;
      const heard = await next('0');
      const alert = alertRaised.parse(heard.data);
      expect([alert.subject, alert.from, alert.to]).toEqual([chen, 'none', 'inquiry']);
      expect(JSON.stringify(heard)).not.toContain(CHEN.name);
      await post(stack, audit, auditFinding(audit, '2026-0005', { idNumber: LI.idNumber }));
      const second = await next(heard.seq);
      expect(second.seq).not.toBe(heard.seq);
      const ofLi = alertRaised.parse(second.data);
      expect(ofLi.subject).not.toBe(chen);
      await post(stack, audit, eventOf(audit, 'taken-back', SIGNAL_WITHDRAWN, { id: '2026-0005', reason: '登记有误' }));
      const corrected = alertCorrected.parse((await next(second.seq)).data);
      expect(corrected).toMatchObject({ alertId: ofLi.alertId, ground: 'withdrawn', now: null });
      for (const topic of [RISK_EVENTS, RISK_ALERTS]) expect(keys(await recordsOn(stack.logUrl, topic))).toContain(chen);
      expect(await standingOn([RISK_SIGNALS, RISK_EVENTS, RISK_ALERTS], [...ID_NUMBERS, ...NAMES])).toEqual([]);
    });

    it('10. officers see all of it, with reasons', async () => {
      const told = explanationAnswer.parse(
        await as<ExplanationAnswer>(stack, 'handler', `GET /api/v1/cadres/${chen}/reading/explanation?asOf=2026-11-02`),
      );
      const events = told.channels.flatMap((channel) => channel.matters).flatMap((matter) => matter.events);
      expect(events.map((event) => [event.eventId, event.label])).toEqual([[receipt.id, '离任审计问题']]);
      expect(told.channels.reduce((sum, channel) => sum + channel.part, told.corroboration.part)).toBe(told.e);
      expect(told.p - told.e).toBe(told.exposure.part);
      const page = await call(`${stack.console}/`);
      expect([page.status, page.type.split(';')[0]]).toEqual([200, 'text/html']);
    });
  });
}
