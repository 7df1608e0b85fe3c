import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RoleGuard } from '#access/acting';
import type { z } from 'zod';
import { ApiBodies } from '#platform/http/document-api';
import { Problem, type ProblemPlace } from '#platform/http/problem';
import { placesOf } from '#platform/http/request.pipe';
import { pointerTo } from '#platform/json/pointer';
import { AdmitAgency, AGENCY_EXAMPLE, agencyEntry } from './admit-agency.command';

@ApiTags('door')
@Controller('/api/v1/agencies')
@UseGuards(RoleGuard)
export class AgenciesController {
  constructor(private readonly commands: CommandBus) {}

  /** Admits an agency or replaces its entry; the key in the answer is shown this once. */
  @Post()
  @ApiBodies({ 'application/json': { schema: agencyEntry, example: AGENCY_EXAMPLE } })
  @ApiOperation({ summary: 'Admit an agency or replace its entry; answers its key, once' })
  async admit(@Body() body: unknown): Promise<{ code: string; key: string }> {
    const entry = agencyEntry.safeParse(body);
    if (entry.success) return this.commands.execute(new AdmitAgency(entry.data));
    throw new Problem(400, 'agency-entry-malformed', '单位登记内容有误，请逐项核对。', entry.error.issues.flatMap(placesIn));
  }
}

/** Forms that are no list of words, by the member of the entry. */
const FORMS: Readonly<Record<string, string>> = {
  code: '此项格式不正确：只能用字母、数字和短横线，最多 32 个。',
  systems: '此项格式不正确：每个系统名只能用字母、数字、点、下划线和短横线，最多 48 个。',
  units: '此项格式不正确：每个单位代码不能含斜线，最多 32 个字。',
};

function placesIn(issue: z.core.$ZodIssue): ProblemPlace[] {
  const pointer = pointerTo(issue.path);
  if (issue.code === 'custom') return [{ pointer, code: issue.message, detail: '只有设区的市级以上单位可以认定诬告(malicious)。' }];
  const form = issue.code === 'invalid_format' ? FORMS[String(issue.path[0])] : undefined;
  if (form !== undefined) return [{ pointer, code: 'field-malformed', detail: form }];
  return placesOf(issue).map((place) => (issue.code === 'unrecognized_keys' ? place : { ...place, code: 'field-malformed' }));
}
