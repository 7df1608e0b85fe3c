import { Body, Controller, Param, Post, UseGuards, UsePipes } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiNotFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal } from '#access/principals';
import { ReadLog } from '#access/read-log';
import { readReview, type ReadReview } from '#contracts/console/reads';
import { Problem } from '#platform/http/problem';
import { REQUEST_PIPE } from '#platform/http/request.pipe';

const NOT_FOUND = new Problem(404, 'read-not-found', '没有这条查阅记录。');
const REFUSALS = {
  'no-such-read': NOT_FOUND,
  'no-review-needed': new Problem(409, 'no-review-needed', '这次查阅有所办事项为据，不需要复核。'),
  'own-read': new Problem(409, 'own-read', '这是您本人的查阅，须由其他审计人员复核。'),
  'reviewed-before': new Problem(409, 'reviewed-before', '这条记录已经复核，不能再改。'),
} as const;

const ID = /^\d{1,18}$/;

@ApiTags('audit')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
@Controller('api/v1/reads/:id/review')
export class ReviewReadController {
  constructor(private readonly log: ReadLog) {}

  @Post()
  @ApiOperation({ summary: 'Note once whether a read without a task was justified' })
  @ApiCreatedResponse({ description: '{ id, opinion }' })
  @ApiNotFoundResponse({ description: 'read-not-found' })
  @ApiConflictResponse({ description: 'no-review-needed, own-read, reviewed-before' })
  async note(
    @Param('id') id: string,
    @Body({ schema: readReview }) { opinion, note }: ReadReview,
    @Acting() { id: by }: Principal,
  ): Promise<{ id: string; opinion: string }> {
    if (!ID.test(id)) throw NOT_FOUND;
    const result = await this.log.review(id, { by, opinion, note });
    if (result !== 'noted') throw REFUSALS[result];
    return { id, opinion };
  }
}
