import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { pointsSchemes, type PointsSchemes } from '#contracts/console/points';
import { PointsQueries } from '#persistence/queries/points-queries';
import { ForPeople } from '../asking/for-people';
import { toldScheme } from './told-scheme';

@ApiTags('console')
@ForPeople()
@Controller('api/v1/points-schemes')
export class ListPointsSchemesController {
  constructor(private readonly points: PointsQueries) {}

  @Get()
  @ApiOperation({ summary: 'The points schemes that are live' })
  @ApiOkResponse({ description: 'By name; points in milli-points.', standardSchema: pointsSchemes })
  async list(@Acting() { unit }: Principal): Promise<PointsSchemes> {
    return { items: (await this.points.schemes(unit)).map(toldScheme) };
  }
}
