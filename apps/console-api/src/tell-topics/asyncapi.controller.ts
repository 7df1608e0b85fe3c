import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { renderAsyncapi } from '#contracts/asyncapi/render-asyncapi';

/** Made once: nothing in it changes while the process runs. Open to all, like the description of the HTTP side. */
const DOCUMENT = JSON.stringify(renderAsyncapi());

@ApiTags('documents')
@Controller('asyncapi')
export class AsyncapiController {
  @Get()
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOperation({ summary: 'The topics between the apps, as AsyncAPI 3.0' })
  @ApiOkResponse({ description: 'An AsyncAPI document.', content: { 'application/json': { schema: { type: 'object' } } } })
  tell(): string {
    return DOCUMENT;
  }
}
