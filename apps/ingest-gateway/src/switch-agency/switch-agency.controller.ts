import { Body, Controller, Param, Put, UseGuards, UsePipes } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RoleGuard } from '#access/acting';
import { Problem } from '#platform/http/problem';
import { REQUEST_PIPE } from '#platform/http/request.pipe';
import { AGENCY_CODE } from '../admit-agency/agency';
import { SwitchAgency, type Switched } from './switch-agency.command';

const switching = z.strictObject({ active: z.boolean() });

@ApiTags('door')
@Controller('/api/v1/agencies')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
export class SwitchAgencyController {
  constructor(private readonly commands: CommandBus) {}

  /** From its next request on; other processes of the door follow within one second. */
  @Put(':code/active')
  @ApiOperation({ summary: 'Shut an agency out, or let it in again with its key, within one second' })
  @ApiOkResponse({ description: '{ code, active }' })
  @ApiNotFoundResponse({ description: 'agency-not-found' })
  async switch(@Param('code') code: string, @Body({ schema: switching }) { active }: z.infer<typeof switching>): Promise<Switched> {
    const switched = AGENCY_CODE.test(code) ? await this.commands.execute(new SwitchAgency(code, active)) : undefined;
    if (!switched) throw new Problem(404, 'agency-not-found', '没有登记该单位，请核对单位代码。');
    return switched;
  }
}
