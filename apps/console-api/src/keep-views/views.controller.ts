import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, UseGuards, UsePipes } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import { Acting, RoleGuard } from '#access/acting';
import type { Principal } from '#access/principals';
import { MOST_VIEWS, SavedViews } from '#access/saved-views';
import {
  keptView,
  type KeptView,
  newView,
  type NewView,
  type ViewRow,
  type ViewsAnswer,
  viewsAnswer,
  viewsQuestion,
} from '#contracts/console/views';
import { Problem } from '#platform/http/problem';
import { REQUEST_PIPE } from '#platform/http/request.pipe';
import { ViewCounts } from './view-counts';

const REFUSALS = {
  'name-taken': new Problem(409, 'view-name-taken', '您在这个列表已有同名视图，请换一个名称，或先删除原来的视图。'),
  'too-many': new Problem(409, 'too-many-views', `每个列表最多保存 ${MOST_VIEWS} 个视图，请先删除不用的视图。`),
} as const;

/** Filters of lists that a person keeps under names, for that person alone. */
@ApiTags('console')
@Controller('api/v1/views')
@UseGuards(RoleGuard)
@UsePipes(REQUEST_PIPE)
export class ViewsController {
  constructor(
    private readonly views: SavedViews,
    private readonly counts: ViewCounts,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The own views of a list by name, each with how many it holds now' })
  @ApiOkResponse({ description: 'Counted in the scope of who asks.', standardSchema: viewsAnswer })
  async list(
    @Query({ schema: viewsQuestion }) { page }: z.infer<typeof viewsQuestion>,
    @Acting() { id, unit }: Principal,
  ): Promise<ViewsAnswer> {
    const items: ViewRow[] = [];
    for (const view of await this.views.list(id, page)) {
      items.push({ ...view, ...(await this.counts.of(page, view.filters, unit)) });
    }
    return { items };
  }

  @Post()
  @ApiOperation({ summary: 'Keep the filters of a list under a name' })
  @ApiCreatedResponse({ description: 'The view.', standardSchema: keptView })
  @ApiConflictResponse({ description: 'view-name-taken, too-many-views' })
  async keep(@Body({ schema: newView }) { page, name, filters }: NewView, @Acting() { id }: Principal): Promise<KeptView> {
    const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const kept = await this.views.keep(id, page, { name, filters: Object.fromEntries(given) });
    if (kept === 'name-taken' || kept === 'too-many') throw REFUSALS[kept];
    return kept;
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove an own view' })
  @ApiNoContentResponse({ description: 'It is gone.' })
  @ApiNotFoundResponse({ description: 'view-not-found, also for one of somebody else' })
  async remove(@Param('id') id: string, @Acting() { id: person }: Principal): Promise<void> {
    if (!z.guid().safeParse(id).success || !(await this.views.remove(person, id))) {
      throw new Problem(404, 'view-not-found', '没有这个视图。');
    }
  }
}
