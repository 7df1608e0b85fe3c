import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Database } from '#persistence/database';
import { AlertRecordQueries } from '#persistence/queries/alert-record-queries';
import { CadreQueries } from '#persistence/queries/cadre-queries';
import { CandidateQueries } from '#persistence/queries/candidate-queries';
import { ClueCheckQueries } from '#persistence/queries/clue-check-queries';
import { DataDay } from '#persistence/queries/data-day';
import { DeskQueries } from '#persistence/queries/desk-queries';
import { PointsQueries } from '#persistence/queries/points-queries';
import { PolicyReviewQueries } from '#persistence/queries/policy-review-queries';
import { SignalQueries } from '#persistence/queries/signal-queries';
import { SubjectQueries } from '#persistence/queries/subject-queries';
import { UnitQueries } from '#persistence/queries/unit-queries';
import { ExplainReadingController } from './explain-reading/explain-reading.controller';
import { ExplainReadingHandler } from './explain-reading/explain-reading.handler';
import { IssueScoreReceiptController } from './issue-score-receipt/issue-score-receipt.controller';
import { IssueScoreReceiptHandler } from './issue-score-receipt/issue-score-receipt.handler';
import { ScoreReceiptSchemaController } from './issue-score-receipt/score-receipt-schema.controller';
import { ViewCounts } from './keep-views/view-counts';
import { ViewsController } from './keep-views/views.controller';
import { UsersController } from './keep-users/users.controller';
import { ListAlertRecordsController } from './list-alert-records/list-alert-records.controller';
import { ListAlertRecordsHandler } from './list-alert-records/list-alert-records.handler';
import { ListCadresController } from './list-cadres/list-cadres.controller';
import { ListCadresHandler } from './list-cadres/list-cadres.handler';
import { ListCandidatesController } from './list-candidates/list-candidates.controller';
import { ListCandidatesHandler } from './list-candidates/list-candidates.handler';
import { ListClueChecksController } from './list-clue-checks/list-clue-checks.controller';
import { ListClueChecksHandler } from './list-clue-checks/list-clue-checks.handler';
import { CountSignalsHandler } from './list-signals/count-signals.handler';
import { ListSignalsController } from './list-signals/list-signals.controller';
import { ListSignalsHandler } from './list-signals/list-signals.handler';
import { ListPolicyReviewsController } from './list-policy-reviews/list-policy-reviews.controller';
import { ListPolicyReviewsHandler } from './list-policy-reviews/list-policy-reviews.handler';
import { ListUnitsController } from './list-units/list-units.controller';
import { ListUnitsHandler } from './list-units/list-units.handler';
import { ListPointsController } from './list-points/list-points.controller';
import { ListPointsHandler } from './list-points/list-points.handler';
import { ListPointsSchemesController } from './list-points-schemes/list-points-schemes.controller';
import { ListTasksController } from './list-tasks/list-tasks.controller';
import { ListTasksHandler } from './list-tasks/list-tasks.handler';
import { ListReadsController } from './list-reads/list-reads.controller';
import { ReviewReadController } from './review-read/review-read.controller';
import { ConsolePages } from './serve-console/console-pages';
import { ShowCadreController } from './show-cadre/show-cadre.controller';
import { ShowCadreHandler } from './show-cadre/show-cadre.handler';
import { OidcController } from './sign-in/oidc.controller';
import { ShowSignalController } from './show-signal/show-signal.controller';
import { ShowSignalHandler } from './show-signal/show-signal.handler';
import { ShowCandidateController } from './show-candidate/show-candidate.controller';
import { ShowCandidateHandler } from './show-candidate/show-candidate.handler';
import { ShowDeskController } from './show-desk/show-desk.controller';
import { ShowDeskHandler } from './show-desk/show-desk.handler';
import { ShowUnitController } from './show-unit/show-unit.controller';
import { ShowUnitHandler } from './show-unit/show-unit.handler';
import { SessionController } from './sign-in/session.controller';
import { TellCatalogueController } from './tell-catalogue/tell-catalogue.controller';
import { TellCatalogueHandler } from './tell-catalogue/tell-catalogue.handler';
import { TellPermissionsController } from './tell-permissions/tell-permissions.controller';
import { PoliciesInForce } from './policy-in-force/policies-in-force';
import { SubjectLedgers } from './tell-reading/subject-ledgers';
import { OwnViewSources } from './tell-own-view/own-view-sources';
import { TellOwnViewController } from './tell-own-view/tell-own-view.controller';
import { TellOwnViewHandler } from './tell-own-view/tell-own-view.handler';
import { TellPointsController } from './tell-points/tell-points.controller';
import { TellPointsHandler } from './tell-points/tell-points.handler';
import { TellProfileController } from './tell-profile/tell-profile.controller';
import { TellProfileHandler } from './tell-profile/tell-profile.handler';
import { TellReadingController } from './tell-reading/tell-reading.controller';
import { TellReadingHandler } from './tell-reading/tell-reading.handler';
import { AppAddresses } from './tell-operations/app-addresses';
import { ConsumerLags } from './tell-operations/consumer-lags';
import { TellBrakeController } from './tell-brake/tell-brake.controller';
import { TellBrakeHandler } from './tell-brake/tell-brake.handler';
import { TellOperationsController } from './tell-operations/tell-operations.controller';
import { TellOperationsHandler } from './tell-operations/tell-operations.handler';
import { AsyncapiController } from './tell-topics/asyncapi.controller';

const queries = [
  AlertRecordQueries,
  CadreQueries,
  CandidateQueries,
  ClueCheckQueries,
  DataDay,
  DeskQueries,
  PointsQueries,
  PolicyReviewQueries,
  SignalQueries,
  SubjectQueries,
  UnitQueries,
].map((Queries) => ({
  provide: Queries,
  useFactory: (database: Database) => new Queries(database),
  inject: [Database],
}));

/** The read side: what officers see, from the console's views alone, and the pages that show it; and who may see it. */
@Module({
  imports: [CqrsModule],
  controllers: [
    ListAlertRecordsController,
    ListCadresController,
    ShowCadreController,
    TellReadingController,
    TellProfileController,
    ExplainReadingController,
    IssueScoreReceiptController,
    ScoreReceiptSchemaController,
    TellOwnViewController,
    ListCandidatesController,
    ShowCandidateController,
    TellBrakeController,
    ListReadsController,
    ReviewReadController,
    ListClueChecksController,
    ListPointsSchemesController,
    ListPointsController,
    TellPointsController,
    ListTasksController,
    TellCatalogueController,
    ListUnitsController,
    ListPolicyReviewsController,
    ListSignalsController,
    ShowSignalController,
    ShowUnitController,
    ShowDeskController,
    AsyncapiController,
    TellPermissionsController,
    TellOperationsController,
    SessionController,
    OidcController,
    UsersController,
    ViewsController,
  ],
  providers: [
    ...queries,
    SubjectLedgers,
    OwnViewSources,
    PoliciesInForce,
    ListAlertRecordsHandler,
    ListCadresHandler,
    ShowCadreHandler,
    TellReadingHandler,
    TellProfileHandler,
    ExplainReadingHandler,
    IssueScoreReceiptHandler,
    TellOwnViewHandler,
    ListCandidatesHandler,
    ShowCandidateHandler,
    TellBrakeHandler,
    ListClueChecksHandler,
    ListPolicyReviewsHandler,
    ListPointsHandler,
    TellPointsHandler,
    ListTasksHandler,
    TellCatalogueHandler,
    ListUnitsHandler,
    ListSignalsHandler,
    CountSignalsHandler,
    ShowSignalHandler,
    AppAddresses,
    ConsumerLags,
    TellOperationsHandler,
    ShowUnitHandler,
    ShowDeskHandler,
    ViewCounts,
    ConsolePages,
  ],
})
export class ConsoleApiModule {}
