import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { receiptAnswer, type ReceiptAnswer } from '#contracts/signals/receipt';
import { Problem } from '#platform/http/problem';
import type { Agency } from '../admit-agency/agency';
import { AgencyGuard, CallingAgency } from '../admit-agency/agency.guard';
import { TellReceipt } from './tell-receipt.query';

const RECEIPT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@ApiTags('door')
@ApiBearerAuth('agency')
@Controller('/api/v1/receipts')
@UseGuards(AgencyGuard)
export class ReceiptsController {
  constructor(private readonly queries: QueryBus) {}

  /** Another agency's receipt is not found. */
  @Get(':id')
  @ApiOperation({ summary: 'How far an event has come, in one word and one sentence; why it is refused, and what it waits for' })
  @ApiOkResponse({ description: 'The receipt.', standardSchema: receiptAnswer })
  async tell(@CallingAgency() agency: Agency, @Param('id') id: string): Promise<ReceiptAnswer> {
    const receipt = RECEIPT_ID.test(id) ? await this.queries.execute(new TellReceipt(agency.code, id)) : undefined;
    if (!receipt) throw new Problem(404, 'receipt-not-found', '没有找到该回执。');
    return receipt;
  }
}
