import { Command } from '@nestjs/cqrs';
import type { PolicyFile } from '#contracts/console/policies';
import type { PolicyCommand } from '#domain/policy/policy-life';

/** The day and what was tested are known to who handles it. */
type AsDecided<C> = C extends unknown ? Omit<C, 'on' | 'backtested'> : never;

/** What somebody decides about one policy, today. */
export class DecidePolicy extends Command<PolicyFile> {
  constructor(
    readonly id: string,
    readonly decision: AsDecided<PolicyCommand>,
  ) {
    super();
  }
}
