import type { GateCorrected } from '#contracts/risk/risk-corrections';
import type { GatePassed } from '#contracts/risk/risk-events';
import { dayOf } from '#domain/calendar/day';
import type { BasisAnnouncement } from '#domain/inquiry/basis';
import type { Announcement } from '#domain/inquiry/inquiry';
import { uuidOf } from '#platform/event-id';

/** What the projector announced, in the words of the rules. The candidate's id follows from it alone, so that a redelivery meets itself. */
export function announcementOf(passed: GatePassed): Announcement {
  const { subject, cause, causeMatter, causeRaisesStatus, heldBefore, policy } = passed;
  const { level, e, p, leadingMatter, reasons, rest, matters, recommended } = passed;
  return {
    candidateId: uuidOf('candidate', policy, subject, cause),
    cause,
    causeMatter,
    causeRaisesStatus,
    heldBefore,
    day: dayOf(passed.day),
    snapshot: { level, e, p, policy, leadingMatter, reasons, rest, matters, recommended },
  };
}

/** What of that counts for less by now; under the id of the projector's own announcement. */
export function basisAnnouncementOf(told: GateCorrected): BasisAnnouncement {
  const { subject, policy: _, ...corrected } = told;
  return { id: uuidOf('gate-corrected', subject, corrected.correctedBy), ...corrected };
}
