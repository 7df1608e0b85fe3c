import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Problem } from '#platform/http/problem';
import { traceOf } from '#platform/http/trace-requests';

const READINESS = '/health/ready';
const LIVENESS = '/health/live';
const LONGEST_DRAIN_MS = 5_000;
const LOOK_MS = 20;

const LEAVING = new Problem(503, 'not-ready', '尚未就绪：本进程正在停止。');
const CLOSING = new Problem(503, 'not-now', '本进程正在停止，请稍后用同样的内容重试。');

/**
 * How a server leaves: it says first that it is not ready, while it still answers, so that others send their requests elsewhere;
 * then it refuses what is new; then it waits for what it has begun, but not for ever, and not for streams, which have no end.
 */
export class Draining {
  private readonly begun = new Set<ServerResponse>();
  private stage: 'serving' | 'leaving' | 'closing' = 'serving';

  /** Watches the server; before any route is registered. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onRequest', (request, reply, done) => {
      const refusal = this.refusalOf(request.url);
      if (refusal) return refuse(reply, refusal);
      this.begun.add(reply.raw);
      reply.raw.once('close', () => this.begun.delete(reply.raw));
      done();
    });
    fastify.addHook('onSend', (_request, reply, _payload, done) => {
      if (String(reply.getHeader('content-type')).startsWith('text/event-stream')) this.begun.delete(reply.raw);
      done();
    });
  }

  /** Resolves when the server may be closed. @param noticeMs how long others have to hear that it leaves */
  async leave(noticeMs: number): Promise<void> {
    this.stage = 'leaving';
    await sleep(noticeMs);
    this.stage = 'closing';
    for (const until = Date.now() + LONGEST_DRAIN_MS; this.begun.size > 0 && Date.now() < until;) await sleep(LOOK_MS);
  }

  private refusalOf(url: string): Problem | undefined {
    if (this.stage === 'serving' || url === LIVENESS) return undefined;
    if (url === READINESS) return LEAVING;
    return this.stage === 'closing' ? CLOSING : undefined;
  }
}

function refuse(reply: FastifyReply, problem: Problem): void {
  const traceId = traceOf(reply.request.raw)?.traceId;
  void reply.status(problem.status).headers({ 'retry-after': '5', connection: 'close' }).type('application/problem+json');
  void reply.send({ ...problem.toBody(), traceId });
}
