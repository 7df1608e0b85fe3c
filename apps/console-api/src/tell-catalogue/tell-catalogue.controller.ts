import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { catalogueAnswer, type CatalogueAnswer } from '#contracts/console/catalogue';
import { ForPeople } from '../asking/for-people';
import { TellCatalogue } from './tell-catalogue.query';

@ApiTags('console')
@ForPeople()
@Controller('api/v1/catalogue')
export class TellCatalogueController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'Channels, levels, dispositions and signal types with their labels' })
  @ApiOkResponse({ description: 'The catalogue.', standardSchema: catalogueAnswer })
  async tell(): Promise<CatalogueAnswer> {
    return this.queries.execute(new TellCatalogue());
  }
}
