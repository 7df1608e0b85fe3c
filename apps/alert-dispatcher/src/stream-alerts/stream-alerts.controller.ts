import { Controller, Get, Headers, Res, UseGuards } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal } from '#access/principals';
import { Problem } from '#platform/http/problem';
import { AlertStreams } from './alert-streams';

const place = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

function placeOf(lastEventId: string | undefined): number | undefined {
  if (lastEventId === undefined || lastEventId === '') return undefined;
  const parsed = place.safeParse(lastEventId);
  if (!parsed.success) throw new Problem(400, 'place-not-known', 'Last-Event-ID 应为此前收到的序号。');
  return parsed.data;
}

@ApiTags('alerts')
@UseGuards(RoleGuard)
@Controller('api/v1/alerts/stream')
export class StreamAlertsController {
  constructor(private readonly streams: AlertStreams) {}

  @Get()
  @ApiOperation({ summary: 'Alerts and their corrections as server-sent events, from now on or after the one named last' })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'The id of the last event received' })
  @ApiOkResponse({ description: 'text/event-stream; data is a CloudEvent in JSON' })
  async stream(
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
    @Acting() { unit }: Principal,
  ): Promise<void> {
    // Before the first wait: a reader may leave at once.
    const left = new Promise<void>((resolve) => reply.raw.once('close', resolve));
    const from = await this.streams.beginOf(placeOf(lastEventId));
    const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache, no-transform' };
    // A proxy that gathers answers would hold alerts back.
    void reply.headers({ ...headers, 'x-accel-buffering': 'no' }).send(this.streams.from(unit, from, left));
  }
}
