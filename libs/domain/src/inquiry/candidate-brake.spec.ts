import { dayOf } from '#domain/calendar/day';
import { isHeld } from '#domain/inquiry/candidate-brake';
import { decideInquiry } from '#domain/inquiry/decide-inquiry';
import { evolveInquiry } from '#domain/inquiry/evolve-inquiry';
import { type InquiryEvent, NOT_PROPOSED } from '#domain/inquiry/inquiry';
import { anAnnouncement } from '#testing/inquiries';
import { specify } from '#testing/specify';

const given = specify({ decide: decideInquiry, evolve: evolveInquiry, initial: NOT_PROPOSED });

const first = anAnnouncement();
const on = dayOf('2026-05-06');
const [proposedOn, dueOn] = [dayOf('2026-04-27'), dayOf('2026-05-27')];
const { candidateId, cause, snapshot } = first;
const held: InquiryEvent = { type: 'CandidateHeld', candidateId, cause, proposedOn, dueOn, snapshot };
const release = { type: 'ReleaseCandidate', candidateId, by: 'head-1', on, reason: '已核对规则' } as const;
const released: InquiryEvent = { type: 'CandidateReleased', by: 'head-1', on, reason: '已核对规则', proposedOn, dueOn };

describe('the brake', () => {
  it('holds what is beyond the limit of a day, and everything when that is none', () => {
    expect([isHeld(2, 0), isHeld(2, 1), isHeld(2, 2), isHeld(2, 3), isHeld(0, 0)]).toEqual([false, false, true, true, true]);
  });
});

describe('a candidate that is held', () => {
  it('is whole: its reasons are frozen and its month runs', () => {
    given().when({ type: 'HoldCandidate', announcement: first }).expectEvents(held);
    given(held)
      .when(release)
      .expectState({ status: 'proposed', candidate: expect.objectContaining({ dueOn, snapshot }) });
  });

  it('takes in what comes later, whether or not more is held by then', () => {
    const later = anAnnouncement({ candidateId: 'later', cause: 'later-event', heldBefore: true });
    const attached: InquiryEvent = { type: 'LaterEventAttached', announcement: 'later', eventId: 'later-event' };
    given(held).when({ type: 'ProposeCandidate', announcement: later }).expectEvents(attached);
    given(held).when({ type: 'HoldCandidate', announcement: later }).expectEvents(attached);
  });

  it('is let go once, by a person with a reason', () => {
    given(held).when(release).expectEvents(released);
    given(held, released).when(release).expectBroken('candidate-not-held');
    given().when(release).expectBroken('candidate-not-held');
    given(held)
      .when({ ...release, candidateId: 'another' })
      .expectBroken('candidate-not-held');
  });

  it('is decided by nobody before it is let go', () => {
    const take = { type: 'TakeCandidate', candidateId, by: 'case-1', on, clueNumber: '线索-2026-017' } as const;
    given(held).when(take).expectBroken('candidate-held');
    given(held).when({ type: 'AskDismissal', candidateId, by: 'handler-1', reason: '反映问题已有结论' }).expectBroken('candidate-held');
    given(held, released).when(take).expectState({ status: 'taken' });
  });
});
