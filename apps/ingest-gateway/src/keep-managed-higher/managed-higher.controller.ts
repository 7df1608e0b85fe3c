import { Body, Controller, Put, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AllowedTo, RoleGuard } from '#access/acting';
import { Problem } from '#platform/http/problem';
import { KeepManagedHigher } from './keep-managed-higher.command';
import { readManagedHigher } from './read-managed-higher';

@Controller('/api/v1/managed-higher')
@UseGuards(RoleGuard)
export class ManagedHigherController {
  constructor(private readonly commands: CommandBus) {}

  /** Replaces the list; a wrong line changes nothing. */
  @Put()
  @AllowedTo('system-administrator')
  async keep(@Body() body: unknown): Promise<{ read: number }> {
    if (typeof body !== 'string' && !Buffer.isBuffer(body)) throw new Problem(415, 'media-type-not-known', '请用 text/csv 发送名单。');
    const list = readManagedHigher(body.toString());
    await this.commands.execute(new KeepManagedHigher(list));
    return { read: list.length };
  }
}
