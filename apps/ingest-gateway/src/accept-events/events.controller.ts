import { PassThrough, type Readable } from 'node:stream';
import { Controller, Logger, Post, Req, Res, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiBodies } from '#platform/http/document-api';
import { Problem } from '#platform/http/problem';
import type { Agency } from '../admit-agency/agency';
import { AgencyGuard, CallingAgency } from '../admit-agency/agency.guard';
import { AcceptEvents, type Outcome } from './accept-events.command';
import { acceptedBody, itemOf } from './answer';
import type { SentEvent } from './checked-event';
import { BATCH, BINARY, EVENTS_PATH, LINES, STRUCTURED } from './event-bodies';
import { EVENT_BODIES } from './event-examples';
import { inPages } from './in-pages';
import { readBatch, readBinary, readLine, readStructured, refuseUnreadable } from './read-events';
import { readLines } from './read-lines';
import { RECEIVED_ON_HEADER, ReceivedDays } from './received-days';

const LINES_AT_A_TIME = 200;
const READ_AWAY_MS = 10_000;

/** The door: one event is answered with its receipt or its problem, many with one item each. */
@ApiTags('door')
@ApiBearerAuth('agency')
@Controller(EVENTS_PATH)
@UseGuards(AgencyGuard)
export class EventsController {
  private readonly logger = new Logger(EventsController.name);

  constructor(
    private readonly commands: CommandBus,
    private readonly days: ReceivedDays,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Send one CloudEvent (structured or binary), a batch, or NDJSON; up to 64 KiB an event, 5 MiB a request' })
  @ApiBodies(EVENT_BODIES)
  @ApiResponse({ status: 202, description: 'The receipt of one event.' })
  @ApiResponse({ status: 207, description: 'Of a batch or NDJSON: { items: [{ index, id, status, receiptId?, problem? }] }.' })
  async accept(@CallingAgency() agency: Agency, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    refuseUnreadable(request.headers);
    const receivedOn = await this.days.of(agency, request.headers[RECEIVED_ON_HEADER]);
    const take = async (sent: readonly SentEvent[]): Promise<readonly Outcome[]> =>
      this.commands.execute(new AcceptEvents(agency, receivedOn, sent));
    switch (request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()) {
      case STRUCTURED:
        return answerOne(reply, await take([readStructured(request.body)]));
      case BINARY:
        return answerOne(reply, await take([readBinary(request.body, request.raw.rawHeaders)]));
      case BATCH:
        return void reply.status(207).send({ items: (await take(readBatch(request.body))).map(itemOf) });
      case LINES:
        return this.answerLines(reply, request.body as Readable, take);
      default:
        throw new Problem(415, 'media-type-not-known', `请用 ${STRUCTURED}、${BATCH}、${LINES} 或带 ce- 请求头的 ${BINARY} 发送。`);
    }
  }

  /**
   * Answers while it reads: lines are read no faster than they are stored, but results never wait for the sender to read them,
   * because many senders read only after they have sent everything.
   */
  private async answerLines(
    reply: FastifyReply,
    body: Readable,
    take: (sent: readonly SentEvent[]) => Promise<readonly Outcome[]>,
  ): Promise<void> {
    const results = new PassThrough();
    results.on('error', () => undefined);
    void reply.status(207).type('application/json; charset=utf-8').send(results);
    try {
      results.write('{"items":[');
      let index = 0;
      for await (const lines of inPages(readLines(body), LINES_AT_A_TIME)) {
        for (const outcome of await take(lines.map(readLine))) {
          results.write(`${index === 0 ? '' : ','}${JSON.stringify(itemOf(outcome, index))}`);
          index += 1;
        }
      }
      results.end(']}');
    } catch (error) {
      this.logger.warn(`a stream of events broke off: ${String(error)}`);
      results.destroy(error as Error);
    } finally {
      readAway(body);
    }
  }
}

/** A sender reads its answer only after it has sent everything, and its connection is of use again only then; but not for ever. */
function readAway(body: Readable): void {
  if (body.readableEnded || body.destroyed) return;
  const timer = setTimeout(() => body.destroy(), READ_AWAY_MS).unref();
  body.once('close', () => clearTimeout(timer)).resume();
}

function answerOne(reply: FastifyReply, [outcome]: readonly Outcome[]): void {
  if (outcome?.receiptId === undefined) throw outcome?.problem ?? new Error('an event without an outcome');
  void reply.status(202).header('location', `/api/v1/receipts/${outcome.receiptId}`).send(acceptedBody(outcome.receiptId));
}
