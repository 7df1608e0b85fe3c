import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { anEvent, type Door } from '#testing/door';
import { type StartedDoor, startDoor } from '#testing/door-on-postgres';
import { aChange, aFinding, aSignal } from '#testing/ledger';
import { describeWith } from '#testing/services/local-services';
import { IngestGatewayModule } from '../ingest-gateway.module';

describeWith(['postgres'], 'a receipt', () => {
  let started: StartedDoor;
  let audit: Door;
  beforeAll(async () => {
    started = await startDoor([IngestGatewayModule]);
    audit = await started.door.admitted();
  });
  afterAll(async () => started?.close());

  const accepted = async (id: string): Promise<string> => (await audit.post(anEvent(id))).body.id ?? '';
  const stateOf = async (receipt: string): Promise<unknown> => (await audit.receipt(receipt)).body.state;
  const resolverSays = async (receipt: string, state: string): Promise<void> => {
    await started.database.query(
      `INSERT INTO resolver.signal (event_id, state, source) VALUES ($1, $2, 'x') ON CONFLICT (event_id) DO UPDATE SET state = $2`,
      [receipt, state],
    );
  };

  const folded = async (receipt: string, entry: LedgerEntry): Promise<void> => {
    await started.database.query(
      `INSERT INTO projector.ledger (subject, event_id, assignment, log_offset, place, entry) VALUES ('cadre:1', $1, 1, 0, 0, $2)`,
      [receipt, JSON.stringify(entry)],
    );
  };

  it('tells accepted, then what the apps behind the door made of the event', async () => {
    const id = await accepted('1');
    expect((await audit.receipt(id)).body).toEqual({
      id,
      state: 'accepted',
      receivedOn: '2026-11-25',
      detail: '已接收，等待确定反映对象。',
    });
    await resolverSays(id, 'triage');
    expect(await stateOf(id)).toBe('in-triage');
    await resolverSays(id, 'resolved');
    expect(await stateOf(id)).toBe('resolved');
    await folded(id, aFinding({ id }));
    expect(await stateOf(id)).toBe('scored');
  });

  it('tells no-effect of a signal that is kept and not scored, and scored of a change', async () => {
    const [unscored, change] = [await accepted('5'), await accepted('6')];
    await folded(unscored, aSignal({ id: unscored, s: 0 }));
    await folded(change, aChange({ id: change, target: unscored, releasedOn: 0 }));
    expect((await audit.receipt(unscored)).body).toMatchObject({ state: 'no-effect', detail: expect.stringContaining('不计分') });
    expect(await stateOf(change)).toBe('scored');
  });

  it('tells why it was refused, without what a clerk wrote', async () => {
    const [written, followed] = [await accepted('2'), await accepted('7')];
    await resolverSays(written, 'refused');
    await started.database.query(
      `INSERT INTO resolver.triage (event_id, state, label, channel, received_on, candidates, because, reason)
       VALUES ($1, 'refused', '离任审计问题', 'organization', '2026-11-25', '[]', 'duplicate', '与王示例一件重复')`,
      [written],
    );
    await resolverSays(followed, 'refused');
    const told = (await audit.receipt(written)).body;
    expect(told).toMatchObject({ state: 'refused', because: 'duplicate', detail: '未予采用：与已有来件重复。' });
    expect(JSON.stringify(told)).not.toContain('王示例');
    expect((await audit.receipt(followed)).body).toMatchObject({ state: 'refused', because: 'its-signal-not-taken' });
  });

  it('tells that it was out of range in words that say nothing of a person', async () => {
    const written = await accepted('10');
    await resolverSays(written, 'refused');
    await started.database.query(
      `INSERT INTO resolver.triage (event_id, state, label, channel, received_on, candidates, because)
       VALUES ($1, 'refused', '离任审计问题', 'organization', '2026-11-25', '[]', 'out-of-range')`,
      [written],
    );
    expect((await audit.receipt(written)).body).toEqual({
      id: written,
      state: 'refused',
      because: 'out-of-range',
      receivedOn: '2026-11-25',
      detail: '未予采用：反映对象不在来源单位的报送范围内，内容未保存。',
    });
  });

  it('tells what it waits for: an event that has not come, or one whose subject is not known', async () => {
    const [change, awaited] = [await accepted('8'), await accepted('9')];
    await started.database.query(`INSERT INTO resolver.waiting (awaits, event_id, sealed) VALUES ($1, $2, '')`, [awaited, change]);
    const waiting = { state: 'waiting', waitsFor: { receiptId: awaited, because: 'not-received' } };
    expect((await audit.receipt(change)).body).toMatchObject(waiting);
    await resolverSays(awaited, 'triage');
    await started.database.query(
      `INSERT INTO resolver.triage (event_id, label, channel, received_on, candidates) VALUES ($1, 'x', 'organization', '2026-11-25', '[]')`,
      [awaited],
    );
    expect((await audit.receipt(change)).body).toMatchObject({
      ...waiting,
      waitsFor: { because: 'subject-not-known' },
      detail: expect.stringContaining('尚待人工核对'),
    });
  });

  it('is found only by its own agency, under its whole id', async () => {
    const id = await accepted('3');
    const other = await started.door.admitted({ code: 'A-ORG' });
    const foreign = await other.receipt(id);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'receipt-not-found']);
    for (const unknown of ['1', `${id}0`, encodeURIComponent("1' OR '1'='1"), '00000000-0000-0000-0000-000000000000']) {
      expect((await audit.receipt(unknown)).status).toBe(404);
    }
  });

  it('says accepted while the views behind the door cannot be read', async () => {
    const id = await accepted('4');
    await resolverSays(id, 'resolved');
    await started.database.query('DROP VIEW resolver.receipt_state; DROP VIEW projector.receipt_state');
    expect(await stateOf(id)).toBe('accepted');
  });
});

describeWith(['postgres'], 'without its database', () => {
  it('the door says 503 and takes nothing; neither a receipt nor an agency can be told', async () => {
    const started = await startDoor([IngestGatewayModule]);
    try {
      const audit = await started.door.admitted();
      const { body } = await audit.post(anEvent('1'));
      await started.loseDatabase();
      const lost = await audit.post(anEvent('2'));
      expect([lost.status, lost.body.code]).toEqual([503, 'unknown-outcome-retry-safely']);
      expect(lost.headers.get('retry-after')).not.toBeNull();
      const batch = await audit.postBatch([anEvent('3'), anEvent('4', {}, { severity: 9 })]);
      expect(batch.body.items?.map(({ status }) => status)).toEqual([503, 400]);
      expect((await audit.receipt(body.id ?? '')).status).toBe(503);
      started.clock.at = new Date(started.clock.at.getTime() + 10_000);
      expect((await audit.post(anEvent('2'))).status).toBe(503);
    } finally {
      await started.close();
    }
  });
});
