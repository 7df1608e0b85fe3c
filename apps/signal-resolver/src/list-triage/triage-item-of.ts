import type { TriageItem } from '#contracts/console/triage';
import type { CandidateReason } from '#domain/identity/resolve-identity';
import type { OpenItemRow } from './open-items';
import type { Match } from './triage-matching';

const REASON_LABELS: Readonly<Record<CandidateReason, string>> = {
  'same-id-number': '身份证件号码相同',
  'same-name': '姓名相同',
  'same-unit': '单位相同',
  'same-post': '职务相同',
  'held-on-day': '当日在任',
};

function proposalOf(row: OpenItemRow): TriageItem['proposal'] {
  const { proposed_cadre: cadreId, proposed_name: name, proposed_by: by, proposed_at: at } = row;
  return cadreId === null || name === null || by === null || at === null ? null : { cadreId, name, by, at: at.toISOString() };
}

export function triageItemOf(row: OpenItemRow, { candidates, fitsNow }: Match): TriageItem {
  return {
    eventId: row.event_id,
    about: row.about,
    named: row.named,
    unitCode: row.unit_code,
    unitName: row.unit_name,
    post: row.post,
    label: row.label,
    channel: row.channel,
    agency: row.agency,
    agencyName: row.agency_name,
    number: row.number,
    receivedOn: row.received_on,
    occurredOn: row.occurred_on,
    candidates: candidates.map((candidate) => ({ ...candidate, reasons: candidate.reasons.map((reason) => REASON_LABELS[reason]) })),
    fitsNow,
    waiting: row.waiting,
    proposal: proposalOf(row),
  };
}
