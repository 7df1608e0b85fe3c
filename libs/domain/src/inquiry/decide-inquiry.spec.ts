import { dayOf } from '#domain/calendar/day';
import { decideInquiry, decideInTurn } from '#domain/inquiry/decide-inquiry';
import { evolveInquiry } from '#domain/inquiry/evolve-inquiry';
import { type InquiryEvent, NOT_PROPOSED } from '#domain/inquiry/inquiry';
import { aReason, anAnnouncement, aSnapshot } from '#testing/inquiries';
import { specify } from '#testing/specify';

const given = specify({ decide: decideInquiry, evolve: evolveInquiry, initial: NOT_PROPOSED });

const first = anAnnouncement();
const later = anAnnouncement({ candidateId: 'later', cause: 'later-event', heldBefore: true });
const on = dayOf('2026-05-06');
const [handler, officeHead, caseManagement] = ['handler-1', 'head-1', 'case-1'];

const proposed: InquiryEvent = {
  type: 'CandidateProposed',
  candidateId: first.candidateId,
  cause: first.cause,
  proposedOn: dayOf('2026-04-27'),
  dueOn: dayOf('2026-05-27'),
  snapshot: first.snapshot,
};
const asked: InquiryEvent = { type: 'DismissalAsked', by: handler, reason: '反映问题已有结论' };
const dismissed: InquiryEvent = { type: 'CandidateDismissed', by: officeHead, on };
const taken: InquiryEvent = { type: 'CandidateTaken', by: caseManagement, on, clueNumber: '线索-2026-017' };
const propose = (announcement: typeof first) => ({ type: 'ProposeCandidate', announcement }) as const;

describe('a candidate is proposed', () => {
  it('when level and gate are passed and nothing is open, with a month to decide', () => {
    given().when(propose(first)).expectEvents(proposed);
  });

  it('once, however often the crossing is delivered, whatever was decided meanwhile', () => {
    given(proposed).when(propose(first)).expectEvents();
    given(proposed, asked, dismissed).when(propose(first)).expectEvents();
    given(proposed, taken).when(propose(first)).expectEvents();
  });

  it('never twice at a time: later events attach to the open one, each once', () => {
    const attached: InquiryEvent = { type: 'LaterEventAttached', announcement: 'later', eventId: 'later-event' };
    given(proposed).when(propose(later)).expectEvents(attached);
    given(proposed, asked).when(propose(later)).expectEvents(attached);
    given(proposed, attached).when(propose(later)).expectEvents();
    given(proposed)
      .when(propose(later))
      .expectState({ candidate: expect.objectContaining({ laterEvents: ['later-event'] }) });
  });

  it('with the reasons, numbers and recommendation as announced, whatever comes later', () => {
    const more = { reasons: [aReason(), aReason({ eventId: 'event-2', matter: 'B' })], rest: { count: 7, part: 900 }, matters: ['A', 'B'] };
    const grown = { ...later, snapshot: aSnapshot({ e: 90_000, ...more }) };
    given(proposed)
      .when(propose(grown))
      .expectState({ candidate: expect.objectContaining({ snapshot: first.snapshot }) });
  });

  it('again after a decision when level and gate had been left and are passed anew', () => {
    const anew = { ...later, heldBefore: false };
    given(proposed, asked, dismissed).when(propose(anew)).expectState({ status: 'proposed' });
  });

  it('not beside an inquiry: what comes after the taking attaches to it, news or not, each once', () => {
    const attached: InquiryEvent = { type: 'LaterEventAttached', announcement: 'later', eventId: 'later-event' };
    for (const news of [{}, { heldBefore: false }, { causeMatter: 'B' }, { causeRaisesStatus: true }]) {
      given(proposed, taken)
        .when(propose({ ...later, ...news }))
        .expectEvents(attached);
    }
    given(proposed, taken, attached).when(propose(later)).expectEvents();
    given(proposed, taken)
      .when(propose(later))
      .expectState({ status: 'taken', decidedBy: caseManagement, candidate: expect.objectContaining({ laterEvents: ['later-event'] }) });
  });

  it('again after a decision when the event is of a matter that was not weighed', () => {
    given(proposed, asked, dismissed)
      .when(propose({ ...later, causeMatter: 'B' }))
      .expectState({ status: 'proposed' });
  });

  it('not again after a decision for a matter that was weighed, though it is in none of the weightiest reasons', () => {
    const snapshot = aSnapshot({ rest: { count: 12, part: 900 }, matters: ['A', 'B'] });
    given({ ...proposed, snapshot }, asked, dismissed)
      .when(propose({ ...later, causeMatter: 'B' }))
      .expectEvents({ type: 'NothingNewHeard', announcement: later.candidateId });
  });

  it('again after a decision when the event raises a status', () => {
    given(proposed, asked, dismissed)
      .when(propose({ ...later, causeRaisesStatus: true }))
      .expectState({ status: 'proposed' });
  });

  it('not again after a decision for more of the same, and not either when that is delivered again', () => {
    const heard: InquiryEvent = { type: 'NothingNewHeard', announcement: 'later' };
    given(proposed, asked, dismissed).when(propose(later)).expectEvents(heard);
    given(proposed, asked, dismissed, heard).when(propose(later)).expectEvents();
  });

  it('not again for a matter that is named by no event', () => {
    const withoutMatter = { ...later, causeMatter: undefined };
    given(proposed, asked, dismissed).when(propose(withoutMatter)).expectEvents({ type: 'NothingNewHeard', announcement: 'later' });
  });

  it('for an event of any matter while nothing has ever been decided, though the first crossing was not heard', () => {
    given().when(propose(later)).expectState({ status: 'proposed' });
    const withoutMatter = { ...later, causeMatter: undefined };
    given().when(propose(withoutMatter)).expectEvents({ type: 'NothingNewHeard', announcement: 'later' });
  });

  it('by the first of several crossings in a row; the others attach', () => {
    const events = decideInTurn([propose(first), propose(later), propose(first)], NOT_PROPOSED);
    expect(events.map((event) => event.type)).toEqual(['CandidateProposed', 'LaterEventAttached']);
  });
});

describe('a dismissal', () => {
  const ask = { type: 'AskDismissal', candidateId: first.candidateId, by: handler, reason: '反映问题已有结论' } as const;
  const confirm = { type: 'ConfirmDismissal', candidateId: first.candidateId, by: officeHead, on } as const;
  const refuse = { type: 'RefuseDismissal', candidateId: first.candidateId, by: officeHead, reason: '尚有一件未核' } as const;
  const refused: InquiryEvent = { type: 'DismissalRefused', by: officeHead, reason: '尚有一件未核' };

  it('is asked with a reason and confirmed by another person', () => {
    given(proposed).when(ask).expectEvents(asked);
    given(proposed, asked).when(confirm).expectEvents(dismissed);
    given(proposed, asked)
      .when(confirm)
      .expectState({ status: 'dismissed', decidedBy: officeHead, asked: { by: handler, reason: ask.reason } });
  });

  it('cannot be answered by the person who asked', () => {
    given(proposed, asked)
      .when({ ...confirm, by: handler })
      .expectBroken('dismissal-needs-another-person');
    given(proposed, asked)
      .when({ ...refuse, by: handler })
      .expectBroken('dismissal-needs-another-person');
  });

  it('that is refused, with a reason, leaves the candidate proposed, and may be asked again', () => {
    given(proposed, asked).when(refuse).expectEvents(refused);
    given(proposed, asked).when(refuse).expectState({ status: 'proposed' });
    given(proposed, asked, refused).when(ask).expectEvents(asked);
  });

  it('is not answered before it is asked, and not asked twice', () => {
    given(proposed).when(confirm).expectBroken('dismissal-not-asked');
    given(proposed).when(refuse).expectBroken('dismissal-not-asked');
    given(proposed, asked).when(ask).expectBroken('dismissal-already-asked');
  });

  it('is decided once', () => {
    for (const late of [ask, confirm, refuse]) {
      given(proposed, asked, dismissed).when(late).expectBroken('candidate-not-open');
      given(proposed, taken).when(late).expectBroken('candidate-not-open');
    }
  });

  it('is not about an earlier candidate of the cadre', () => {
    const second: InquiryEvent = { ...proposed, candidateId: 'second' };
    given(proposed, asked, dismissed, second).when(ask).expectBroken('candidate-not-open');
  });
});

describe('taking a candidate', () => {
  const take = { type: 'TakeCandidate', candidateId: first.candidateId, by: caseManagement, on, clueNumber: '线索-2026-017' } as const;

  it('registers it under its clue number', () => {
    given(proposed).when(take).expectEvents(taken);
    given(proposed).when(take).expectState({ status: 'taken', clueNumber: '线索-2026-017' });
  });

  it('waits while a dismissal is asked, and is open again when that is refused', () => {
    given(proposed, asked).when(take).expectBroken('dismissal-already-asked');
    given(proposed, asked, { type: 'DismissalRefused', by: officeHead }).when(take).expectEvents(taken);
  });

  it('happens once, and never to a cadre without a candidate', () => {
    given(proposed, taken).when(take).expectBroken('candidate-not-open');
    given().when(take).expectBroken('candidate-not-open');
  });
});
