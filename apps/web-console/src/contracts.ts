import type { CatalogueAnswer } from '../../../libs/contracts/src/console/catalogue';
import type { PermissionsAnswer } from '../../../libs/contracts/src/console/permissions';
import type { UsersAnswer } from '../../../libs/contracts/src/console/users';
import type { CandidateRow } from '../../../libs/contracts/src/console/candidates';
import type { PolicyRow } from '../../../libs/contracts/src/console/policies';
import type { ExplanationAnswer } from '../../../libs/contracts/src/console/cadres';
import type { PolicyReviewPage } from '../../../libs/contracts/src/console/policy-reviews';
import type { RebuildAnswer } from '../../../libs/contracts/src/console/rebuild';

/** What the API answers, as types only: nothing of the contracts is in the bundle. */
export type {
  AsSent,
  CadreFile,
  CadrePage,
  CadreRow,
  ExplainedEvent,
  ExplanationAnswer,
  ReadingAnswer,
} from '../../../libs/contracts/src/console/cadres';
export type { CandidateBasisChange, CandidateFile, CandidatePage, CandidateRow } from '../../../libs/contracts/src/console/candidates';
export type { CandidateBrakeAnswer, HeldRelease, HeldReleased } from '../../../libs/contracts/src/console/candidate-brake';
export type { AlertRecord, AlertRecordPage } from '../../../libs/contracts/src/console/alert-records';
export type { DeskAnswer, DeskTask } from '../../../libs/contracts/src/console/desk';
export type { TasksAnswer } from '../../../libs/contracts/src/console/tasks';
export type { ReadPage, ReadReview, ReadRow } from '../../../libs/contracts/src/console/reads';
export type { ProfileAnswer } from '../../../libs/contracts/src/console/profiles';
export type { PermissionsAnswer } from '../../../libs/contracts/src/console/permissions';
export type { OperationsAnswer } from '../../../libs/contracts/src/console/operations';
export type { HandedOutAnswer as HandedOut, SessionAnswer, SignInWays } from '../../../libs/contracts/src/console/session';
export type { UsersAnswer } from '../../../libs/contracts/src/console/users';
export type { CatalogueAnswer } from '../../../libs/contracts/src/console/catalogue';
export type { UnitFile, UnitRow, UnitsAnswer } from '../../../libs/contracts/src/console/units';
export type {
  EnteredPoints,
  NewPointsEntry,
  PointsItem,
  PointsLedger,
  PointsPage,
  PointsRow,
  PointsSchemeRow,
  PointsSchemes,
  PointsStep,
} from '../../../libs/contracts/src/console/points';
export type { OwnViewAnswer } from '../../../libs/contracts/src/console/own-view';
export type { SignalCounts, SignalFile, SignalPage, SignalRow } from '../../../libs/contracts/src/console/signals';
export type { OverrideRow } from '../../../libs/contracts/src/console/overrides';
export type { MoveRow, MoveRows } from '../../../libs/contracts/src/console/moves';
export type { JoiningRow } from '../../../libs/contracts/src/console/joinings';
export type { ViewPage, ViewRow, ViewsAnswer } from '../../../libs/contracts/src/console/views';
export type { FoundCadres, TriageCandidate, TriageFile, TriageItem, TriagePage } from '../../../libs/contracts/src/console/triage';

export type {
  PolicyDifference,
  PolicyFile,
  PolicyFinding,
  PolicyPage,
  PolicyRow,
} from '../../../libs/contracts/src/console/policies';
export type { PolicyReviewPage } from '../../../libs/contracts/src/console/policy-reviews';
export type { RebuildAnswer } from '../../../libs/contracts/src/console/rebuild';
export type { BacktestAnswer, BacktestResult, NewBacktest } from '../../../libs/contracts/src/console/backtests';
export type { LoweredSignal, ToldEdge } from '../../../libs/contracts/src/risk/risk-corrections';
export type { LevelName, Reason } from '../../../libs/contracts/src/risk/risk-events';

export type User = UsersAnswer['items'][number];
export type Permission = PermissionsAnswer['items'][number];
export type Purpose = PermissionsAnswer['purposes'][number];
export type SignalKind = CatalogueAnswer['signals'][number];
export type ChannelPart = ExplanationAnswer['channels'][number];
export type ChannelName = ChannelPart['channel'];
export type CandidateState = CandidateRow['state'];
export type PolicyKind = PolicyRow['kind'];
export type PolicyReviewRow = PolicyReviewPage['items'][number];
export type SlotAnswer = RebuildAnswer['live'];
export type CertificateAnswer = NonNullable<RebuildAnswer['certificate']>;

/** What a page looks at of a score receipt (`/api/v1/score-receipts/schema`); the rest goes into the file as it came. */
export interface ScoreReceipt {
  readonly head: { readonly subject: string; readonly asOf: string; readonly lines: number };
  readonly digest: string;
}
