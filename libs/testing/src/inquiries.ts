import { dayOf } from '#domain/calendar/day';
import type { BasisAnnouncement, LoweredReason } from '#domain/inquiry/basis';
import type { Announcement, Reason, Snapshot } from '#domain/inquiry/inquiry';

export function aReason(given: Partial<Reason> = {}): Reason {
  const base = { eventId: 'event-1', code: 'org-audit-exit-finding', channel: 'organization', matter: 'A', day: '2026-04-20' };
  return { ...base, status: 'verified', grade: 'A', part: 48_321, ...given };
}

export function aSnapshot(given: Partial<Snapshot> = {}): Snapshot {
  const recommended = { disposition: 'talk-or-inquiry', reasons: ['below-grave-class', 'key-elements-missing'] } as const;
  const numbers = { level: 'inquiry', e: 61_048, p: 66_206 } as const;
  return {
    ...numbers,
    policy: 'policy-1',
    leadingMatter: 'A',
    reasons: [aReason()],
    rest: { count: 0, part: 0 },
    matters: ['A'],
    recommended,
    ...given,
  };
}

/** Level and gate were passed by a signal of matter A on 2026-04-27. */
export function anAnnouncement(given: Partial<Announcement> = {}): Announcement {
  const ids = { candidateId: '11111111-1111-4111-8111-111111111111', cause: '22222222-2222-4222-8222-222222222222' };
  const news = { causeMatter: 'A', causeRaisesStatus: false, heldBefore: false };
  return { ...ids, ...news, day: dayOf('2026-04-27'), snapshot: aSnapshot(), ...given };
}

/** A signal that was verified and is refuted. */
export function aLoweredReason(given: Partial<LoweredReason> = {}): LoweredReason {
  const { eventId, code, channel, matter } = aReason();
  const judged = { statusWas: 'verified', statusIs: 'refuted', gradeWas: 'A', gradeIs: 'A', leftPercent: 0 };
  return { eventId, code, channel, matter, ...judged, ...given };
}

/** The weightiest reason was refuted, and the gate is shut by it. */
export function aBasisAnnouncement(given: Partial<BasisAnnouncement> = {}): BasisAnnouncement {
  const after = { level: 'remind', e: 41_000, p: 46_000, holds: false } as const;
  const by = { correctedBy: '33333333-3333-4333-8333-333333333333', ground: 'refuted', day: '2026-05-12' };
  return { id: '44444444-4444-4444-8444-444444444444', ...by, ...after, fallen: [], lowered: [aLoweredReason()], ...given };
}
