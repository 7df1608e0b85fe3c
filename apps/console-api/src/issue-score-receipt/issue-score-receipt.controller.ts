import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Acting } from '#access/acting';
import { AsksPurpose } from '#access/asks-purpose';
import type { Principal } from '#access/principals';
import { unitSubject } from '#domain/identity/subject';
import type { ScoreReceipt } from '#domain/receipt/receipt';
import { SCORE_RECEIPT_SCHEMA } from '#domain/receipt/receipt-shape';
import { type DayQuestion, dayQuestion } from '../asking/as-of';
import { ForPeople } from '../asking/for-people';
import { cadreSubject } from '../asking/not-found';
import { IssueScoreReceipt } from './issue-score-receipt.query';

const RECEIPT = {
  description: 'A receipt: scores in milli-points, odds in micro-odds; `liuqu verify` makes it again without the product.',
  content: { 'application/json': { schema: { ...SCORE_RECEIPT_SCHEMA } } },
} as const;

/** 评分凭据: the reading of one subject as a file that anybody can check. */
@ApiTags('console')
@ForPeople()
@AsksPurpose()
@Controller('api/v1')
export class IssueScoreReceiptController {
  constructor(private readonly queries: QueryBus) {}

  @Get('cadres/:id/reading/receipt')
  @ApiOperation({ summary: 'The reading of one cadre as a receipt that can be checked without the product' })
  @ApiOkResponse(RECEIPT)
  async ofCadre(
    @Param('id') cadreId: string,
    @Query({ schema: dayQuestion }) days: DayQuestion,
    @Acting() { unit }: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScoreReceipt> {
    return this.issued(new IssueScoreReceipt(unit, cadreSubject(cadreId), days), reply);
  }

  @Get('units/:code/reading/receipt')
  @ApiOperation({ summary: 'The reading of one unit as a receipt that can be checked without the product' })
  @ApiOkResponse(RECEIPT)
  async ofUnit(
    @Param('code') code: string,
    @Query({ schema: dayQuestion }) days: DayQuestion,
    @Acting() { unit }: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScoreReceipt> {
    return this.issued(new IssueScoreReceipt(unit, unitSubject(code), days), reply);
  }

  private async issued(asked: IssueScoreReceipt, reply: FastifyReply): Promise<ScoreReceipt> {
    const receipt = await this.queries.execute(asked);
    void reply.header('content-disposition', `attachment; filename="score-receipt-${receipt.digest.slice(0, 12)}.json"`);
    return receipt;
  }
}
