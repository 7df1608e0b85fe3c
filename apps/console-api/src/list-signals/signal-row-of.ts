import { signalRow, type SignalRow } from '#contracts/console/signals';
import { labelOfType } from '#contracts/signals/told-fields';
import type { Role } from '#access/principals';
import type { SignalListRow } from '#persistence/queries/signal-queries';

/**
 * What is about nobody yet may be about somebody whom a higher level manages, or about nobody here: the clerk who settles it sees it,
 * those who handle see what is settled (domain: inquiry 1.5, T2x).
 */
export const seesResolvedOnly = (role: Role): boolean => role !== 'petition-clerk';

function subjectOf({ subject, subject_name: name, post, unit_name: unitName }: SignalListRow): SignalRow['subject'] {
  return subject === null || name === null ? null : { id: subject, name, post, unitName };
}

/**
 * Who is not shown though the signal is settled has moved up to a higher level since: no more is told than of what is turned away, the
 * way to its sender (domain: inquiry 1.5, T2x).
 */
function contentOf(row: SignalListRow): Pick<SignalRow, 'occurredOn'> & Record<'severity' | 'verification' | 'evidence', unknown> {
  if (row.subject !== null && row.subject_name === null) return { occurredOn: null, severity: null, verification: null, evidence: null };
  return { occurredOn: row.occurred_on, severity: row.severity, verification: row.verification, evidence: row.evidence };
}

/** Parsed, because the codes in it are texts to the database. */
export function signalRowOf(row: SignalListRow): SignalRow {
  return signalRow.parse({
    eventId: row.event_id,
    type: row.type,
    label: labelOfType(row.type),
    channel: row.channel,
    agency: row.agency,
    agencyName: row.agency_name ?? row.agency,
    number: row.number,
    source: row.source,
    receivedOn: row.received_on,
    ...contentOf(row),
    state: row.state,
    subject: subjectOf(row),
    because: row.because,
    waitsFor: row.awaits === null ? null : { eventId: row.awaits, because: row.awaited },
  });
}
