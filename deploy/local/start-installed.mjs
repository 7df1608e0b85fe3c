/** The second half of `npm start`: database, schema, application, demo; Ctrl-C stops them in the reverse order. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { feedDemoOnce } from './demo.mjs';
import { embeddedEnvironment } from './embedded.mjs';
import { ROOT as root } from './install.mjs';
import { oidcGiven } from './keys.mjs';
import { startServices } from './services-child.mjs';
import { Supervisor } from './supervise.mjs';

const data = resolve(process.env.LIUQU_DATA ?? join(root, '.data'));
const port = process.env.LIUQU_PORT ?? '8080';
const say = (line) => process.stdout.write(`${line}\n`);
const began = Date.now();

mkdirSync(data, { recursive: true });
const supervisor = new Supervisor({ root, logs: data, say });
let database;
let stopping;

async function stop(code) {
  await supervisor.stop();
  await database?.stop();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (stopping ??= stop(0)));

try {
  await supervisor.takeOver([Number(port)]);
  database = await startServices(root, data, ['postgres'], (now) => supervisor.servicesAre(now));
  const url = database.services.postgres.url;
  const env = { ...embeddedEnvironment(data, url, port), ...oidcGiven() };
  await supervisor.run('migrate', env);
  await supervisor.keep('all-in-one', 'all-in-one', env);
  const address = `http://127.0.0.1:${port}`;
  supervisor.servicesAre(database.services);
  supervisor.tell(join(data, 'addresses.json'), {
    console: address,
    door: address,
    databaseUrl: url,
    logUrl: url,
  });
  say(`Liuqu 六渠 is ready on http://127.0.0.1:${port} after ${((Date.now() - began) / 1000).toFixed(1)} s (data in ${data})`);
  await feedDemoOnce({ supervisor, data, address, say });
  if (!stopping) say('Demo people are chosen at the top right of the page. Ctrl-C stops everything.');
} catch (error) {
  if (!stopping) say(error.message);
  stopping ??= stop(1);
}
