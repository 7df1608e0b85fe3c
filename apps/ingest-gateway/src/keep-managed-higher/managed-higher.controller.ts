import { Body, Controller, Put, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RoleGuard } from '#access/acting';
import { ApiBodies } from '#platform/http/document-api';
import { Problem } from '#platform/http/problem';
import { textOf } from '#platform/json/read-json';
import { KeepManagedHigher } from './keep-managed-higher.command';
import { readManagedHigher } from './read-managed-higher';

@ApiTags('door')
@Controller('/api/v1/managed-higher')
@UseGuards(RoleGuard)
export class ManagedHigherController {
  constructor(private readonly commands: CommandBus) {}

  /** Replaces the list; a wrong line changes nothing. */
  @Put()
  @ApiOperation({ summary: 'Replace the list of who is managed by a higher level: kind (id-number or unit), value' })
  @ApiBodies({
    'text/csv': {
      schema: z.string().describe('Header `kind,value`, then one line a person or unit.'),
      example: 'kind,value\nunit,U-900\n',
    },
  })
  async keep(@Body() body: unknown): Promise<{ read: number }> {
    if (!Buffer.isBuffer(body)) throw new Problem(415, 'media-type-not-known', '请用 text/csv 发送名单。');
    const list = readManagedHigher(textOf(body));
    await this.commands.execute(new KeepManagedHigher(list));
    return { read: list.length };
  }
}
