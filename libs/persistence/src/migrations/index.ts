import { EventLog1764000000001 } from '#persistence/migrations/0001-event-log';
import { IngestGateway1764000000002 } from '#persistence/migrations/0002-ingest-gateway';
import { SignalResolver1764000000003 } from '#persistence/migrations/0003-signal-resolver';
import { RiskProjector1764000000004 } from '#persistence/migrations/0004-risk-projector';
import { InquiryWorkflow1764000000005 } from '#persistence/migrations/0005-inquiry-workflow';
import { AlertDispatcher1764000000006 } from '#persistence/migrations/0006-alert-dispatcher';
import { ConsoleViews1764000000007 } from '#persistence/migrations/0007-console-views';
import { Access1764000000008 } from '#persistence/migrations/0008-access';
import { Scope1764000000009 } from '#persistence/migrations/0009-scope';
import { AccountIdentities1764000000010 } from '#persistence/migrations/0010-account-identities';
import { Units1764000000011 } from '#persistence/migrations/0011-units';
import { Inbox1764000000012 } from '#persistence/migrations/0012-inbox';
import { Reads1764000000013 } from '#persistence/migrations/0013-reads';
import { CandidateCourse1764000000014 } from '#persistence/migrations/0014-candidate-course';
import { AgencyRange1764000000015 } from '#persistence/migrations/0015-agency-range';
import { ListFilters1764000000016 } from '#persistence/migrations/0016-list-filters';
import { SealedWords1764000000017 } from '#persistence/migrations/0017-sealed-words';
import { SavedViews1764000000018 } from '#persistence/migrations/0018-saved-views';
import { MovedUp1764000000019 } from '#persistence/migrations/0019-moved-up';
import { TasksAtHand1764000000020 } from '#persistence/migrations/0020-tasks-at-hand';
import { ManagedHigher1764000000021 } from '#persistence/migrations/0021-managed-higher';
import { WordsAbout1764000000022 } from '#persistence/migrations/0022-words-about';
import { ReadingSlots1764000000023 } from '#persistence/migrations/0023-reading-slots';
import { Policies1764000000024 } from '#persistence/migrations/0024-policies';
import { Joinings1764000000025 } from '#persistence/migrations/0025-joinings';
import { Corrections1764000000026 } from '#persistence/migrations/0026-corrections';
import { Points1764000000027 } from '#persistence/migrations/0027-points';
import { Rebuild1764000000028 } from '#persistence/migrations/0028-rebuild';
import { Backtests1764000000029 } from '#persistence/migrations/0029-backtests';
import { Overrides1764000000030 } from '#persistence/migrations/0030-overrides';
import { ReviewList1764000000031 } from '#persistence/migrations/0031-review-list';
import { CandidateBasis1764000000032 } from '#persistence/migrations/0032-candidate-basis';
import { Moves1764000000033 } from '#persistence/migrations/0033-moves';
import { BacktestHours1764000000035 } from '#persistence/migrations/0035-backtest-hours';
import { CandidateBrake1764000000037 } from '#persistence/migrations/0037-candidate-brake';
import { Floors1764000000038 } from '#persistence/migrations/0038-floors';
import { PoliciesToApprove1764000000039 } from '#persistence/migrations/0039-policies-to-approve';

/** Listed by hand, in order. */
export const MIGRATIONS = [
  EventLog1764000000001,
  IngestGateway1764000000002,
  SignalResolver1764000000003,
  RiskProjector1764000000004,
  InquiryWorkflow1764000000005,
  AlertDispatcher1764000000006,
  ConsoleViews1764000000007,
  Access1764000000008,
  Scope1764000000009,
  AccountIdentities1764000000010,
  Units1764000000011,
  Inbox1764000000012,
  Reads1764000000013,
  CandidateCourse1764000000014,
  AgencyRange1764000000015,
  ListFilters1764000000016,
  SealedWords1764000000017,
  SavedViews1764000000018,
  MovedUp1764000000019,
  TasksAtHand1764000000020,
  ManagedHigher1764000000021,
  WordsAbout1764000000022,
  ReadingSlots1764000000023,
  Policies1764000000024,
  Joinings1764000000025,
  Corrections1764000000026,
  Points1764000000027,
  Rebuild1764000000028,
  Backtests1764000000029,
  Overrides1764000000030,
  ReviewList1764000000031,
  CandidateBasis1764000000032,
  Moves1764000000033,
  BacktestHours1764000000035,
  CandidateBrake1764000000037,
  Floors1764000000038,
  PoliciesToApprove1764000000039,
];
