import { randomUUID } from 'node:crypto';
import { Body, Controller, HttpCode, Param, Post, Put, UseGuards, UsePipes } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiConflictResponse, ApiCreatedResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal } from '#access/principals';
import {
  approvalRefusal,
  approvedDocument,
  newPolicy,
  policyFile,
  type PolicyFile,
  policyId,
  revisedPolicy,
} from '#contracts/console/policies';
import { REQUEST_PIPE } from '#platform/http/request.pipe';
import { DecidePolicy } from './decide-policy.command';

const IS = { description: 'The policy as it is now.', standardSchema: policyFile } as const;

/** What people decide about policies; nobody has to say what for, as no person is in one (decision 0019). */
@ApiTags('policies')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
@ApiNotFoundResponse({ description: 'policy-not-found' })
@ApiConflictResponse({ description: 'the state does not allow it; the code says why' })
@Controller('api/v1/policies')
export class DecidePolicyController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiOperation({ summary: 'A new draft; kept as it is sent, with what is wrong with it' })
  @ApiCreatedResponse(IS)
  async draft(
    @Body({ schema: newPolicy }) { kind, text }: z.infer<typeof newPolicy>,
    @Acting() { id: by }: Principal,
  ): Promise<PolicyFile> {
    return this.commands.execute(new DecidePolicy(randomUUID(), { type: 'DraftPolicy', kind, text, by }));
  }

  @Put(':id/text')
  @ApiOperation({ summary: 'Another text for a draft, by who has seen its last revision' })
  @ApiOkResponse(IS)
  async revise(
    @Param('id', { schema: policyId }) id: string,
    @Body({ schema: revisedPolicy }) { text, revision }: z.infer<typeof revisedPolicy>,
    @Acting() { id: by }: Principal,
  ): Promise<PolicyFile> {
    return this.commands.execute(new DecidePolicy(id, { type: 'RevisePolicy', text, revision, by }));
  }

  @Post(':id/check')
  @HttpCode(200)
  @ApiOperation({ summary: 'Check it; with findings it stays a draft' })
  @ApiOkResponse(IS)
  async check(@Param('id', { schema: policyId }) id: string, @Acting() { id: by }: Principal): Promise<PolicyFile> {
    return this.commands.execute(new DecidePolicy(id, { type: 'CheckPolicy', by }));
  }

  @Post(':id/approval')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask two others to approve what was checked' })
  @ApiOkResponse(IS)
  async ask(@Param('id', { schema: policyId }) id: string, @Acting() { id: by }: Principal): Promise<PolicyFile> {
    return this.commands.execute(new DecidePolicy(id, { type: 'AskApproval', by }));
  }

  @Post(':id/approval/confirmation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve the document of this hash, as one of two who did not write it' })
  @ApiOkResponse(IS)
  async approve(
    @Param('id', { schema: policyId }) id: string,
    @Body({ schema: approvedDocument }) { hash }: z.infer<typeof approvedDocument>,
    @Acting() { id: by }: Principal,
  ): Promise<PolicyFile> {
    return this.commands.execute(new DecidePolicy(id, { type: 'ApprovePolicy', hash, by }));
  }

  @Post(':id/approval/refusal')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send it back to its authors, with a reason' })
  @ApiOkResponse(IS)
  async refuse(
    @Param('id', { schema: policyId }) id: string,
    @Body({ schema: approvalRefusal }) { reason }: z.infer<typeof approvalRefusal>,
    @Acting() { id: by }: Principal,
  ): Promise<PolicyFile> {
    return this.commands.execute(new DecidePolicy(id, { type: 'RefuseApproval', reason, by }));
  }
}
