import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type KeptRead, ReadLog } from '#access/read-log';
import { readPage, type ReadPage, type ReadRow, readsQuestion, type ReadsQuestion } from '#contracts/console/reads';
import { pageOf, readCursor } from '#platform/http/cursor';
import { ForPeople } from '../asking/for-people';

const place = z.string().regex(/^\d{1,18}$/);

function rowOf({ at, review, ...read }: KeptRead): ReadRow {
  return { ...read, at: at.toISOString(), review: review && { ...review, at: review.at.toISOString() } };
}

/** 查阅记录: who read about whom and why, and who was refused. */
@ApiTags('audit')
@ForPeople()
@Controller('api/v1/reads')
export class ListReadsController {
  constructor(private readonly log: ReadLog) {}

  @Get()
  @ApiOperation({ summary: 'Sensitive reads and refused requests, the latest first' })
  @ApiOkResponse({ description: 'One page.', standardSchema: readPage })
  async list(@Query({ schema: readsQuestion }) { cursor, limit, ...asked }: ReadsQuestion): Promise<ReadPage> {
    const rows = await this.log.list({ ...asked, before: readCursor(cursor, place), limit: limit + 1 });
    const { items, next } = pageOf(rows, limit, ({ id }) => id);
    return { items: items.map(rowOf), next };
  }
}
