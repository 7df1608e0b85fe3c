import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PolicyFile } from '#contracts/console/policies';
import { dayOf } from '#domain/calendar/day';
import { decidePolicy } from '#domain/policy/decide-policy';
import { PolicyStore } from '#domain/policy/policy-store';
import { Database } from '#persistence/database';
import { Clock, civilDate } from '#platform/time/clock';
import { backtestedDocuments } from '../backtest-policy/backtest-rows';
import { examinePolicy } from '../examine-policy/examine-policy';
import { PolicyFiles } from '../show-policies/policy-files';
import { DecidePolicy } from './decide-policy.command';
import { rethrowAsProblem } from './rule-problem';

@CommandHandler(DecidePolicy)
export class DecidePolicyHandler implements ICommandHandler<DecidePolicy> {
  constructor(
    private readonly store: PolicyStore,
    private readonly database: Database,
    private readonly files: PolicyFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for an unknown id; 409 when the decision does not fit the state: of two people at once, the second meets that */
  async execute({ id, decision }: DecidePolicy): Promise<PolicyFile> {
    const known = { backtested: await backtestedDocuments(this.database, id), on: dayOf(civilDate(this.clock.now())) };
    const command = { ...decision, ...known };
    await this.store.change(id, (policy) => decidePolicy(command, policy, examinePolicy)).catch(rethrowAsProblem);
    return this.files.show(id);
  }
}
