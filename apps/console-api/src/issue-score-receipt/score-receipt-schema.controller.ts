import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SCORE_RECEIPT_SCHEMA } from '#domain/receipt/receipt-shape';

const SCHEMA = JSON.stringify(SCORE_RECEIPT_SCHEMA);

/** Open to all: whoever is handed a receipt may check it. */
@ApiTags('documents')
@Controller('api/v1/score-receipts/schema')
export class ScoreReceiptSchemaController {
  @Get()
  @Header('content-type', 'application/schema+json; charset=utf-8')
  @ApiOperation({ summary: 'What a score receipt looks like, as JSON Schema 2020-12' })
  @ApiOkResponse({ description: 'A JSON Schema.', content: { 'application/schema+json': { schema: { type: 'object' } } } })
  tell(): string {
    return SCHEMA;
  }
}
