import type { SignalType } from '#contracts/signals/define-signal';
import { MEDIA_SIGNALS } from '#contracts/signals/media';
import { MEDIA_HANDLING_SIGNALS } from '#contracts/signals/media-handling';
import { MEDIA_REPORT_SIGNALS } from '#contracts/signals/media-reports';
import { ORGANIZATION_SIGNALS } from '#contracts/signals/organization';
import { ORGANIZATION_APPOINTMENT_SIGNALS } from '#contracts/signals/organization-appointment';
import { ORGANIZATION_AUDIT_SIGNALS } from '#contracts/signals/organization-audit';
import { ORGANIZATION_OVERSIGHT_SIGNALS } from '#contracts/signals/organization-oversight';
import { ORGANIZATION_PROCEDURE_SIGNALS } from '#contracts/signals/organization-procedure';
import { PUBLIC_SIGNALS } from '#contracts/signals/public';
import { PUBLIC_APPRAISAL_SIGNALS } from '#contracts/signals/public-appraisal';
import { PUBLIC_PETITION_SIGNALS } from '#contracts/signals/public-petitions';
import { SELF_SIGNALS } from '#contracts/signals/self';
import { SELF_CONDUCT_SIGNALS } from '#contracts/signals/self-conduct';
import { SELF_FILING_SIGNALS } from '#contracts/signals/self-filings';
import { SUPERIOR_SIGNALS } from '#contracts/signals/superior';
import { SUPERIOR_INSPECTION_SIGNALS } from '#contracts/signals/superior-inspection';
import { SUPERIOR_MEASURE_SIGNALS } from '#contracts/signals/superior-measures';
import { TEAM_SIGNALS } from '#contracts/signals/team';
import { TEAM_DECISION_SIGNALS } from '#contracts/signals/team-decisions';
import { TEAM_MEETING_SIGNALS } from '#contracts/signals/team-meetings';

/** Every signal type that the product knows, in the order of the six channels. */
export const CATALOGUE: readonly SignalType[] = [
  ...SELF_SIGNALS,
  ...SELF_FILING_SIGNALS,
  ...SELF_CONDUCT_SIGNALS,
  ...TEAM_SIGNALS,
  ...TEAM_DECISION_SIGNALS,
  ...TEAM_MEETING_SIGNALS,
  ...SUPERIOR_SIGNALS,
  ...SUPERIOR_INSPECTION_SIGNALS,
  ...SUPERIOR_MEASURE_SIGNALS,
  ...ORGANIZATION_SIGNALS,
  ...ORGANIZATION_AUDIT_SIGNALS,
  ...ORGANIZATION_PROCEDURE_SIGNALS,
  ...ORGANIZATION_APPOINTMENT_SIGNALS,
  ...ORGANIZATION_OVERSIGHT_SIGNALS,
  ...PUBLIC_SIGNALS,
  ...PUBLIC_PETITION_SIGNALS,
  ...PUBLIC_APPRAISAL_SIGNALS,
  ...MEDIA_SIGNALS,
  ...MEDIA_REPORT_SIGNALS,
  ...MEDIA_HANDLING_SIGNALS,
];

const byType = new Map(CATALOGUE.map((signal) => [signal.type, signal]));
const byCode = new Map(CATALOGUE.map((signal) => [signal.code, signal]));

export const signalOfType = (type: string): SignalType | undefined => byType.get(type);
export const signalOfCode = (code: string): SignalType | undefined => byCode.get(code);
