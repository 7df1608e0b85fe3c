import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type OperationsAnswer, operationsAnswer } from '#contracts/console/operations';
import { ForPeople } from '../asking/for-people';
import { TellOperations } from './tell-operations.query';

@ApiTags('operations')
@ForPeople()
@Controller('api/v1/operations')
export class TellOperationsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'How the installation does: lag, outboxes, parked messages, due work; of no person' })
  @ApiOkResponse({ description: 'As of the moment of asking.', standardSchema: operationsAnswer })
  async tell(): Promise<OperationsAnswer> {
    return this.queries.execute(new TellOperations());
  }
}
