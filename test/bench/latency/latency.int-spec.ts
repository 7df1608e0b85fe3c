import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '#persistence/database';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { measureLatency } from './latency.bench';

const ANSWERED_AFTER_MS = 300;

/** A door that answers late, and a ledger that has the event at once. */
async function lateDoor(database: Database): Promise<Server> {
  const server = createServer((request, answer) => {
    void (async () => {
      request.resume();
      const id = randomUUID();
      await sleep(ANSWERED_AFTER_MS);
      await database.query(
        `INSERT INTO projector.ledger (subject, event_id, assignment, log_offset, place, entry) VALUES ('cadre:1', $1, 0, 0, 0, '{}')`,
        [id],
      );
      answer.writeHead(202).end(JSON.stringify({ id }));
    })();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

describeWith(['postgres'], 'the latency bench', () => {
  it('counts every event that it sent, the last answers too', async () => {
    const fresh = await freshDatabase();
    const database = await Database.connect(fresh.url, 10);
    await database.migrate();
    const door = await lateDoor(database);
    const { port } = door.address() as AddressInfo;

    const latency = await measureLatency(`http://127.0.0.1:${port}`, 'key', fresh.url, 1);

    door.closeAllConnections();
    door.close();
    await database.close();
    await fresh.drop();
    expect(latency.events).toBe(200);
    expect(latency.p50).toBeGreaterThanOrEqual(ANSWERED_AFTER_MS);
  });
});
