import { Body, Controller, Put, UseGuards } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { RoleGuard } from '#access/acting';
import { Database } from '#persistence/database';
import { ApiBodies } from '#platform/http/document-api';
import { Problem } from '#platform/http/problem';
import { civilDate, Clock } from '#platform/time/clock';
import { CadreTokens } from '#vault/cadre-token';
import { CADRES } from './cadres';
import { CSV } from './csv-body';
import { readTable, type RefusedRow } from './csv-table';
import { POST_HISTORY } from './post-history';
import { POSTS } from './posts';
import type { RegistryFile } from './registry-file';
import { UNITS } from './units';

/** What became of a file. Rows that were refused say why; the others are kept. */
export interface FileTold {
  readonly read: number;
  readonly changed: number;
  readonly refused: readonly RefusedRow[];
}

const lines = z.string().describe('UTF-8 or GB 18030, a header of these columns in any order, then one line each.');
const ofFile = ({ columns }: RegistryFile, line: string): MethodDecorator =>
  ApiBodies({ [CSV]: { schema: lines, example: `${columns.join(',')}\n${line}\n` } });

@ApiTags('registry')
@ApiOkResponse({ description: '{ read, changed, refused: [{ line, code, detail }] }; the same file again changes nothing' })
@ApiBadRequestResponse({ description: 'encoding-not-known, column-missing: nothing of the file is read' })
@UseGuards(RoleGuard)
@Controller('api/v1/registry')
export class RegistryController {
  constructor(
    private readonly database: Database,
    private readonly tokens: CadreTokens,
    private readonly clock: Clock,
  ) {}

  @Put('units')
  @ofFile(UNITS, 'U-001,云岭镇,,township')
  @ApiOperation({ summary: 'Read in units: code, name, parent_code, category (county, township or department)' })
  async units(@Body() body: unknown): Promise<FileTold> {
    return this.readIn(UNITS, body);
  }

  @Put('posts')
  @ofFile(POSTS, 'P-001,U-001,镇长,principal;money')
  @ApiOperation({ summary: 'Read in posts: code, unit_code, title, factors separated by ";"' })
  async posts(@Body() body: unknown): Promise<FileTold> {
    return this.readIn(POSTS, body);
  }

  @Put('cadres')
  @ofFile(CADRES, '99999919700101101X,陈示例,一把手,county')
  @ApiOperation({
    summary:
      'Read in cadres: id_number, name, category (一把手, 组织人事, 财务经济, 执法执纪, 行政管理, 其他), managed_by (county or higher)',
  })
  async cadres(@Body() body: unknown): Promise<FileTold> {
    return this.readIn(CADRES, body);
  }

  @Put('post-history')
  @ofFile(POST_HISTORY, '99999919700101101X,P-001,2020-01-01,')
  @ApiOperation({ summary: 'Read in who held which post: id_number, post_code, from, left' })
  async postHistory(@Body() body: unknown): Promise<FileTold> {
    return this.readIn(POST_HISTORY, body);
  }

  private async readIn(file: RegistryFile, body: unknown): Promise<FileTold> {
    if (!Buffer.isBuffer(body)) throw new Problem(415, 'media-type-not-known', '请以text/csv格式提交文件。');
    const { read, rows, refused } = readTable(body, file.columns);
    const using = { tokens: this.tokens, today: civilDate(this.clock.now()) };
    const kept = await this.database.transaction(async (tx) => file.keep(tx, rows, using));
    return { read, changed: kept.changed, refused: [...refused, ...kept.refused].toSorted((a, b) => a.line - b.line) };
  }
}
