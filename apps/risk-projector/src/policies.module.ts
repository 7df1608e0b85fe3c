import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { PolicyStore } from '#domain/policy/policy-store';
import { Database } from '#persistence/database';
import { PostgresPolicyStore } from '#persistence/postgres-policy-store';
import { BacktestPolicyController } from './backtest-policy/backtest-policy.controller';
import { Backtests } from './backtest-policy/backtests';
import { DecidePolicyController } from './decide-policy/decide-policy.controller';
import { DecidePolicyHandler } from './decide-policy/decide-policy.handler';
import { ComparePoliciesHandler } from './show-policies/compare-policies.handler';
import { ListPoliciesHandler } from './show-policies/list-policies.handler';
import { PolicyFiles } from './show-policies/policy-files';
import { PolicySchemasController } from './show-policies/policy-schemas.controller';
import { ShowPoliciesController } from './show-policies/show-policies.controller';
import { SwitchPointsController } from './switch-points/switch-points.controller';

/** Policies and what people decide about them: answers while the consumer of signals stands still, for it needs the database alone. */
@Module({
  imports: [CqrsModule],
  controllers: [PolicySchemasController, ShowPoliciesController, DecidePolicyController, SwitchPointsController, BacktestPolicyController],
  providers: [
    { provide: PolicyStore, useFactory: (database: Database) => new PostgresPolicyStore(database), inject: [Database] },
    PolicyFiles,
    ListPoliciesHandler,
    ComparePoliciesHandler,
    DecidePolicyHandler,
    Backtests,
  ],
})
export class PoliciesModule {}
