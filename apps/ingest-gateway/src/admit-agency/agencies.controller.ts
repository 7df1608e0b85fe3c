import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RoleGuard } from '#access/acting';
import { Problem } from '#platform/http/problem';
import { pointerTo } from '../accept-events/pointer';
import { AdmitAgency, agencyEntry } from './admit-agency.command';

@ApiTags('door')
@Controller('/api/v1/agencies')
@UseGuards(RoleGuard)
export class AgenciesController {
  constructor(private readonly commands: CommandBus) {}

  /** Admits an agency or replaces its entry; the key in the answer is shown this once. */
  @Post()
  @ApiOperation({ summary: 'Admit an agency or replace its entry; answers its key, once' })
  async admit(@Body() body: unknown): Promise<{ code: string; key: string }> {
    const entry = agencyEntry.safeParse(body);
    if (entry.success) return this.commands.execute(new AdmitAgency(entry.data));
    const errors = entry.error.issues.map((issue) => ({
      pointer: pointerTo(issue.path),
      code: issue.code === 'custom' ? issue.message : 'field-malformed',
      detail: issue.code === 'custom' ? '只有设区的市级以上单位可以认定诬告(malicious)。' : '此项缺失或填写不正确。',
    }));
    throw new Problem(400, 'agency-entry-malformed', '单位登记内容有误,请逐项核对。', errors);
  }
}
