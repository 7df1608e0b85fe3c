import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting } from '#access/acting';
import type { Principal } from '#access/principals';
import { candidateBrake, type CandidateBrakeAnswer } from '#contracts/console/candidate-brake';
import { ForPeople } from '../asking/for-people';
import { TellBrake } from './tell-brake.query';

@ApiTags('console')
@ForPeople()
@Controller('api/v1/candidate-brake')
export class TellBrakeController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'How many candidates a day are proposed without a look, and how many of the scope are held' })
  @ApiOkResponse({ description: 'As of the moment of asking.', standardSchema: candidateBrake })
  async tell(@Acting() { unit }: Principal): Promise<CandidateBrakeAnswer> {
    return this.queries.execute(new TellBrake(unit));
  }
}
