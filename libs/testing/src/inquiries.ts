import { dayOf } from '#domain/calendar/day';
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
