import { Command } from '@nestjs/cqrs';
import type { PolicyFile } from '#contracts/console/policies';
import type { PolicyCommand } from '#domain/policy/policy-life';

type WithoutDay<C> = C extends unknown ? Omit<C, 'on'> : never;

/** What somebody decides about one policy, today. */
export class DecidePolicy extends Command<PolicyFile> {
  constructor(
    readonly id: string,
    readonly decision: WithoutDay<PolicyCommand>,
  ) {
    super();
  }
}
