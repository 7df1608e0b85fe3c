import { Body, Controller, HttpCode, Param, Post, UseGuards, UsePipes } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal } from '#access/principals';
import { reviewSettled, settledReview } from '#contracts/console/policy-reviews';
import { Database } from '#persistence/database';
import { Problem } from '#platform/http/problem';
import { REQUEST_PIPE } from '#platform/http/request.pipe';

const reviewId = z.guid();
const NOT_FOUND = new Problem(404, 'policy-review-not-found', '没有找到该复核事项。');
const SETTLED = new Problem(409, 'policy-review-settled', '该复核事项已经办结或已失效。');

/** Somebody has looked at whom a switch alone put higher, and says what they found; what is out of their scope is not there. */
@ApiTags('rebuild')
@ApiNotFoundResponse({ description: 'policy-review-not-found' })
@ApiConflictResponse({ description: 'policy-review-settled' })
@Controller('api/v1/policy-reviews/:id')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
export class SettleReviewController {
  constructor(private readonly database: Database) {}

  @Post('settlement')
  @HttpCode(200)
  @ApiOperation({ summary: 'Settle one entry of the review list, with what was found' })
  @ApiOkResponse({ description: 'settled', standardSchema: settledReview })
  async settle(
    @Param('id', { schema: reviewId }) id: string,
    @Body({ schema: reviewSettled }) { note }: z.infer<typeof reviewSettled>,
    @Acting() { id: by, unit }: Principal,
  ): Promise<z.infer<typeof settledReview>> {
    const seen = await this.database.readAs(unit, async (reading) =>
      reading.query('SELECT 1 FROM projector.policy_review WHERE id = $1', [id]),
    );
    if (seen.length === 0) throw NOT_FOUND;
    const settled = await this.database.query(
      `UPDATE projector.policy_review SET state = 'settled', settled_by = $2, settled_at = now(), note = $3
        WHERE id = $1 AND state = 'open' RETURNING 1`,
      [id, by, note],
    );
    if (settled.length === 0) throw SETTLED;
    return { id, state: 'settled' };
  }
}
