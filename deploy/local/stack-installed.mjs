/** The second half of `npm run stack`: services, schema and topics, then each app in a process of its own. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { feedDemoOnce } from './demo.mjs';
import { ROOT as root } from './install.mjs';
import { keysOf, oidcGiven } from './keys.mjs';
import { startServices } from './services-child.mjs';
import { Supervisor } from './supervise.mjs';

const CONSUMERS = ['signal-resolver', 'risk-projector', 'inquiry-workflow', 'alert-dispatcher'];
/** Every consumer twice: Kafka shares the partitions, one outbox relay of each app works, and either goes on when the other is gone. */
const PROCESSES = [
  { name: 'ingest-gateway', app: 'ingest-gateway' },
  ...CONSUMERS.flatMap((app) => [
    { name: app, app },
    { name: `${app}-2`, app },
  ]),
];

const data = resolve(process.env.LIUQU_DATA ?? join(root, '.data/stack'));
const port = Number(process.env.LIUQU_PORT ?? '8080');
const say = (line) => process.stdout.write(`${line}\n`);

mkdirSync(data, { recursive: true });
const supervisor = new Supervisor({ root, logs: data, say });
let services;
let stopping;

async function stop(code) {
  await supervisor.stop();
  await services?.stop();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (stopping ??= stop(0)));

/** console-api on the port that people know, the others after it. */
const portOf = (place) => port + 1 + place;

/** Where console-api forwards to: the first of each. */
function addresses() {
  const firsts = PROCESSES.flatMap(({ name, app }, place) => (name === app ? [[app, portOf(place)]] : []));
  return Object.fromEntries(firsts.map(([app, its]) => [`LIUQU_${app.toUpperCase().replaceAll('-', '_')}_URL`, `http://127.0.0.1:${its}`]));
}

try {
  await supervisor.takeOver([port, ...PROCESSES.map((_, place) => portOf(place))]);
  services = await startServices(root, data, ['postgres', 'redis', 'kafka'], (now) => supervisor.servicesAre(now));
  const { postgres, redis, kafka } = services.services;
  const env = {
    ...keysOf(data),
    ...oidcGiven(),
    LIUQU_DATABASE_URL: postgres.url,
    LIUQU_LOG_URL: kafka.url,
    LIUQU_JOBS_URL: redis.url,
    LIUQU_DEMO: 'true',
  };
  await supervisor.run('migrate', env);
  await Promise.all(PROCESSES.map(({ name, app }, place) => supervisor.keep(name, app, { ...env, LIUQU_PORT: String(portOf(place)) })));
  await supervisor.keep('console-api', 'console-api', { ...env, ...addresses(), LIUQU_PORT: String(port) });
  supervisor.servicesAre(services.services);
  supervisor.tell(join(data, 'addresses.json'), {
    console: `http://127.0.0.1:${port}`,
    door: `http://127.0.0.1:${port + 1}`,
    processes: {
      'console-api': `http://127.0.0.1:${port}`,
      ...Object.fromEntries(PROCESSES.map(({ name }, place) => [name, `http://127.0.0.1:${portOf(place)}`])),
    },
    databaseUrl: postgres.url,
    logUrl: kafka.url,
  });
  say(`Liuqu 六渠 is ready on http://127.0.0.1:${port} (console), events at http://127.0.0.1:${port + 1}/api/v1/events; logs in ${data}`);
  await feedDemoOnce({ supervisor, data, address: `http://127.0.0.1:${port}`, say });
} catch (error) {
  if (!stopping) say(error.message);
  stopping ??= stop(1);
}
