import { Query } from '@nestjs/cqrs';
import type { z } from 'zod';
import type { Principal } from '#access/principals';
import type { SignalCounts, signalCountsQuestion, SignalPage, signalsQuestion } from '#contracts/console/signals';

export class ListSignals extends Query<SignalPage> {
  constructor(
    readonly reader: Pick<Principal, 'role' | 'unit'>,
    readonly question: z.infer<typeof signalsQuestion>,
  ) {
    super();
  }
}

export class CountSignals extends Query<SignalCounts> {
  constructor(
    readonly reader: Pick<Principal, 'role' | 'unit'>,
    readonly question: z.infer<typeof signalCountsQuestion>,
  ) {
    super();
  }
}
