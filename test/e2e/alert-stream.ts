import type { RunningStack } from './running-stack';

export interface HeardAlert {
  readonly seq: string;
  readonly data: unknown;
}

const PATIENCE_MS = 20_000;

function alertOf(block: string): HeardAlert | undefined {
  const fields = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
  const data = fields.get('data');
  if (data === undefined) return undefined;
  return { seq: fields.get('id') ?? '', data: (JSON.parse(data) as { data: unknown }).data };
}

/** Listens to the alert stream as an integrator would, from after `lastSeen`, until so many have come. */
export async function listenToAlerts(stack: RunningStack, count: number, lastSeen: string): Promise<HeardAlert[]> {
  const headers = { 'liuqu-demo-principal': 'handler', accept: 'text/event-stream', 'last-event-id': lastSeen };
  const stop = AbortSignal.timeout(PATIENCE_MS);
  const answer = await fetch(`${stack.console}/api/v1/alerts/stream`, { headers, signal: stop });
  if (!answer.ok || !answer.body) throw new Error(`the stream answered ${answer.status}`);
  const heard: HeardAlert[] = [];
  let text = '';
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    heard.push(...blocks.flatMap((block) => alertOf(block) ?? []));
    if (heard.length >= count) return heard.slice(0, count);
  }
  throw new Error('the stream ended early');
}
