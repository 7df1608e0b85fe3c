import { Body, Controller, HttpCode, Post, Put, UseGuards, UsePipes } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiForbiddenResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal } from '#access/principals';
import {
  candidateLimit,
  candidateLimitSet,
  heldRelease,
  type HeldRelease,
  heldReleased,
  type HeldReleased,
} from '#contracts/console/candidate-brake';
import { REQUEST_PIPE } from '#platform/http/request.pipe';
import { ReleaseHeld, SetCandidateLimit } from './brake.command';

@ApiTags('candidates')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
@Controller('api/v1/candidate-brake')
export class BrakeController {
  constructor(private readonly commands: CommandBus) {}

  @Put()
  @ApiOperation({ summary: 'Set, with a reason, how many candidates a day are proposed without a look' })
  @ApiOkResponse({ description: 'It holds from now on; what is held stays held.', standardSchema: candidateLimitSet })
  @ApiForbiddenResponse({ description: 'limit-is-of-the-whole: the scope is not the whole installation' })
  async set(
    @Body({ schema: candidateLimit }) { most, reason }: z.infer<typeof candidateLimit>,
    @Acting() by: Principal,
  ): Promise<z.infer<typeof candidateLimitSet>> {
    return this.commands.execute(new SetCandidateLimit(most, reason, by));
  }

  @Post('release')
  @HttpCode(200)
  @ApiOperation({ summary: 'Let so many candidates of the scope go that are held, the highest P first' })
  @ApiOkResponse({ description: 'Which were let go, and how many are left.', standardSchema: heldReleased })
  async release(@Body({ schema: heldRelease }) asked: HeldRelease, @Acting() by: Principal): Promise<HeldReleased> {
    return this.commands.execute(new ReleaseHeld(asked, by));
  }
}
