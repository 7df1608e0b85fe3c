import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { deskAnswer, type DeskAnswer } from '#contracts/console/desk';
import { ForPeople } from '../asking/for-people';
import { ShowDesk } from './show-desk.query';

@ApiTags('console')
@ForPeople()
@Controller('api/v1/desk')
export class ShowDeskController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'What waits for the reader, and how many cadres and candidates are in the scope' })
  @ApiOkResponse({ description: 'Numbers are of the day that is told.', standardSchema: deskAnswer })
  async show(@Acting() reader: Principal): Promise<DeskAnswer> {
    return this.queries.execute(new ShowDesk(reader));
  }
}
