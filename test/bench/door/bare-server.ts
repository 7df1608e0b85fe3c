import { createServer } from 'node:http';
import { cloudEventAttributes } from '#contracts/cloud-events/cloud-event';
import { signalOfType } from '#contracts/signals/catalogue';

/** The limit of any door in Node: drain, parse, check against the same schemas, answer. No identity, no log. */
const server = createServer((incoming, outgoing) => {
  const parts: Buffer[] = [];
  incoming.on('data', (part: Buffer) => parts.push(part));
  incoming.on('end', () => {
    const events = JSON.parse(Buffer.concat(parts).toString()) as unknown[];
    const items = events.map((event, index) => {
      const parsed = cloudEventAttributes.safeParse(event);
      const fits = parsed.success && signalOfType(parsed.data.type)?.data.safeParse(parsed.data.data).success === true;
      return { index, status: fits ? 202 : 400 };
    });
    outgoing.writeHead(207, { 'content-type': 'application/json' }).end(JSON.stringify({ items }));
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.(address.port);
});
process.once('disconnect', () => process.exit(0));
