import { anEvent, type Door } from '#testing/door';
import { type StartedDoor, startDoor } from '#testing/door-on-postgres';
import { describeWith } from '#testing/services/local-services';
import { IngestGatewayModule } from '../ingest-gateway.module';

const dated = (id: string, day: string) => anEvent(id, { time: `${day}T08:00:00+08:00` }, { occurredOn: day });

describeWith(['postgres'], 'in a demo', () => {
  let started: StartedDoor;
  let audit: Door;
  beforeAll(async () => {
    started = await startDoor([IngestGatewayModule], true);
    audit = await started.door.admitted();
  });
  beforeEach(async () => started.empty());
  afterAll(async () => started?.close());

  const receivedOn = async (day: string, id = day, occurredOn = day): Promise<unknown[]> => {
    const { status, body } = await audit.post(dated(id, occurredOn), { 'liuqu-received-on': day });
    return [status, body.code ?? body.state];
  };

  it('an event is received on the day that its sender names, and judged by it', async () => {
    expect(await receivedOn('2026-03-02')).toEqual([202, 'accepted']);
    expect((await started.appended())[0]?.record.receivedOn).toBe('2026-03-02');
    expect(await receivedOn('2026-03-02', 'later', '2026-03-03')).toEqual([422, 'date-in-the-future']);
  });

  it('the day never falls within one agency, with a header or without, and is never after today', async () => {
    expect(await receivedOn('2026-03-02')).toEqual([202, 'accepted']);
    expect(await receivedOn('2026-03-01')).toEqual([422, 'received-on-falls']);
    expect(await receivedOn('2026-03-02', 'same day')).toEqual([202, 'accepted']);
    const other = await started.door.admitted({ code: 'A-ORG' });
    const { status } = await other.post(
      { ...dated('1', '2026-03-01'), source: '/agency/A-ORG/main' },
      { 'liuqu-received-on': '2026-03-01' },
    );
    expect(status).toBe(202);
    expect((await audit.post(anEvent('today'))).status).toBe(202);
    expect(await receivedOn('2026-03-03')).toEqual([422, 'received-on-falls']);
    expect(await receivedOn('2026-11-26')).toEqual([422, 'received-on-out-of-range']);
    expect(await receivedOn('1999-01-01')).toEqual([422, 'received-on-out-of-range']);
    expect(await receivedOn('2026-02-30')).toEqual([400, 'received-on-malformed']);
  });
});

describeWith(['postgres'], 'outside a demo', () => {
  it('an event is received today, whatever its sender says', async () => {
    const started = await startDoor([IngestGatewayModule]);
    try {
      const audit = await started.door.admitted();
      await audit.post(anEvent('1'), { 'liuqu-received-on': '2026-03-02' });
      expect((await started.appended())[0]?.record.receivedOn).toBe('2026-11-25');
    } finally {
      await started.close();
    }
  });
});
