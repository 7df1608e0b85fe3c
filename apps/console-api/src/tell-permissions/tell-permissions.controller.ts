import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { isSensitive, PERMISSIONS } from '#access/permissions';
import { PURPOSES } from '#access/purposes';
import { type PermissionsAnswer, permissionsAnswer } from '#contracts/console/permissions';
import { ForPeople } from '../asking/for-people';

const ANSWER: PermissionsAnswer = {
  items: Object.entries(PERMISSIONS).map(([endpoint, permitted]) => {
    const [method = '', path = ''] = endpoint.split(' ', 2);
    return { method, path, permitted: typeof permitted === 'string' ? permitted : [...permitted], sensitive: isSensitive(endpoint) };
  }),
  purposes: PURPOSES.map(({ code, label, task, roles }) => ({ code, label, task, roles: [...roles] })),
};

/** The table by which requests are let in, for everybody to see. */
@ApiTags('people')
@ForPeople()
@Controller('api/v1/permissions')
export class TellPermissionsController {
  @Get()
  @ApiOperation({ summary: 'Who may call which endpoint' })
  @ApiOkResponse({ description: 'The table.', standardSchema: permissionsAnswer })
  tell(): PermissionsAnswer {
    return ANSWER;
  }
}
