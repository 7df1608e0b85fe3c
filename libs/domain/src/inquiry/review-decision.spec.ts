import { dayOf } from '#domain/calendar/day';
import type { BasisAnnouncement, LoweredReason } from '#domain/inquiry/basis';
import { decideInquiry } from '#domain/inquiry/decide-inquiry';
import { evolveInquiry } from '#domain/inquiry/evolve-inquiry';
import { type InquiryEvent, NOT_PROPOSED } from '#domain/inquiry/inquiry';
import { aLoweredReason, anAnnouncement, aBasisAnnouncement, aReason, aSnapshot } from '#testing/inquiries';
import { specify } from '#testing/specify';

const given = specify({ decide: decideInquiry, evolve: evolveInquiry, initial: NOT_PROPOSED });

const snapshot = aSnapshot({ reasons: [aReason({ eventId: 'weightiest' })], rest: { count: 3, part: 900 }, matters: ['A', 'B'] });
const first = anAnnouncement({ snapshot, cause: 'first-event' });
const of = { candidateId: first.candidateId };
const on = dayOf('2026-06-06');

const proposed: InquiryEvent = {
  type: 'CandidateProposed',
  ...of,
  cause: first.cause,
  proposedOn: dayOf('2026-04-27'),
  dueOn: dayOf('2026-05-27'),
  snapshot,
};
const asked: InquiryEvent = { type: 'DismissalAsked', by: 'handler-1', reason: '反映问题已有结论' };
const dismissed: InquiryEvent = { type: 'CandidateDismissed', by: 'head-1', on };
const taken: InquiryEvent = { type: 'CandidateTaken', by: 'case-1', on, clueNumber: '线索-2026-017' };

const hear = (announcement: BasisAnnouncement) => ({ type: 'HearBasisChange', announcement }) as const;
const lowering = (...lowered: LoweredReason[]): BasisAnnouncement => aBasisAnnouncement({ lowered });
const refuted = lowering(aLoweredReason({ eventId: 'weightiest' }));
const { id: _, fallen: __, ...told } = refuted;
const changed: InquiryEvent = { type: 'BasisChanged', announcement: refuted.id, change: { ...told, causeFell: false } };

describe('a candidate whose basis changed', () => {
  it('is marked with what changed, while nobody has decided, and its state stays what people made it', () => {
    given(proposed).when(hear(refuted)).expectEvents(changed);
    given(proposed)
      .when(hear(refuted))
      .expectState({ status: 'proposed', candidate: expect.objectContaining({ basisChanges: [{ ...told, causeFell: false }] }) });
    given(proposed, asked).when(hear(refuted)).expectState({ status: 'dismissal-asked' });
  });

  it('is decided as any other, and then there is nothing left to review', () => {
    given(proposed, changed, asked)
      .when({ type: 'ConfirmDismissal', ...of, by: 'head-1', on })
      .expectState({ status: 'dismissed', toReview: false });
    given(proposed, changed)
      .when({ type: 'TakeCandidate', ...of, by: 'case-1', on, clueNumber: '线索-2026-017' })
      .expectState({ status: 'taken', toReview: false });
  });

  it('waits for a person when it was decided: the decision stays', () => {
    given(proposed, asked, dismissed).when(hear(refuted)).expectState({ status: 'dismissed', decidedBy: 'head-1', toReview: true });
    given(proposed, taken).when(hear(refuted)).expectState({ status: 'taken', clueNumber: '线索-2026-017', toReview: true });
  });

  it('hears of it once, however often it is delivered', () => {
    given(proposed, changed).when(hear(refuted)).expectEvents();
    given(proposed, asked, dismissed, changed, { type: 'DecisionUpheld', by: 'head-1', on, reason: '不影响结论' })
      .when(hear(refuted))
      .expectEvents();
  });

  it('is one whose frozen reason, later signal, matter beyond the reasons, or cause is meant', () => {
    const later: InquiryEvent = { type: 'LaterEventAttached', announcement: 'later', eventId: 'later-event' };
    const isMarked = { candidate: expect.objectContaining({ basisChanges: [expect.anything()] }) };
    given(proposed, later)
      .when(hear(lowering(aLoweredReason({ eventId: 'later-event', matter: 'elsewhere' }))))
      .expectState(isMarked);
    given(proposed)
      .when(hear(lowering(aLoweredReason({ eventId: 'beyond', matter: 'B' }))))
      .expectState(isMarked);
    given(proposed)
      .when(hear(aBasisAnnouncement({ lowered: [], fallen: ['first-event'] })))
      .expectState({ candidate: expect.objectContaining({ basisChanges: [expect.objectContaining({ causeFell: true, lowered: [] })] }) });
  });

  it('is not one of whose basis nothing is meant, and only what is its own is kept of the rest', () => {
    const elsewhere = aLoweredReason({ eventId: 'elsewhere', matter: 'elsewhere' });
    const nothing: InquiryEvent = { type: 'NothingNewHeard', announcement: refuted.id };
    given(proposed)
      .when(hear(lowering(elsewhere)))
      .expectEvents(nothing);
    given().when(hear(refuted)).expectEvents(nothing);
    given(proposed)
      .when(hear(lowering(elsewhere, aLoweredReason({ eventId: 'weightiest' }))))
      .expectEvents(changed);
    const whole = { ...proposed, snapshot: { ...snapshot, rest: { count: 0, part: 0 } } };
    given(whole)
      .when(hear(lowering(aLoweredReason({ eventId: 'beyond', matter: 'B' }))))
      .expectEvents(nothing);
  });
});

describe('the review of a decision', () => {
  const uphold = { type: 'UpholdDecision', ...of, by: 'head-1', on, reason: '另有两件足以支持' } as const;
  const withdraw = { type: 'WithdrawCandidate', ...of, by: 'head-1', on, reason: '信号所涉另有其人' } as const;

  it('upholds it with a reason, whoever decided', () => {
    const upheld: InquiryEvent = { type: 'DecisionUpheld', by: 'head-1', on, reason: uphold.reason };
    given(proposed, taken, changed).when(uphold).expectEvents(upheld);
    given(proposed, asked, dismissed, changed).when(uphold).expectState({ status: 'dismissed', toReview: false });
  });

  it('or withdraws what was taken, by another person than who took it; then it is over', () => {
    given(proposed, taken, changed).when(withdraw).expectEvents({ type: 'CandidateWithdrawn', by: 'head-1', on, reason: withdraw.reason });
    given(proposed, taken, changed).when(withdraw).expectState({ status: 'withdrawn', decidedBy: 'head-1', clueNumber: '线索-2026-017' });
    given(proposed, taken, changed)
      .when({ ...withdraw, by: 'case-1' })
      .expectBroken('withdrawal-needs-another-person');
    given(proposed, asked, dismissed, changed).when(withdraw).expectBroken('nothing-to-withdraw');
  });

  it('is asked for by a changed basis alone, once for each', () => {
    for (const review of [uphold, withdraw]) {
      given(proposed, taken).when(review).expectBroken('review-not-asked');
      given(proposed, changed).when(review).expectBroken('review-not-asked');
      given(proposed, taken, changed, { type: 'DecisionUpheld', by: 'head-1', on, reason: '不影响' })
        .when(review)
        .expectBroken('review-not-asked');
      given(proposed, taken, changed)
        .when({ ...review, candidateId: 'another' })
        .expectBroken('review-not-asked');
    }
  });

  it('that withdrew leaves room for what is news, and for nothing else', () => {
    const withdrawn: InquiryEvent = { type: 'CandidateWithdrawn', by: 'head-1', on, reason: '对象有误' };
    const later = anAnnouncement({ candidateId: 'later', cause: 'later-event', heldBefore: true, causeMatter: 'C' });
    given(proposed, taken, changed, withdrawn).when({ type: 'ProposeCandidate', announcement: later }).expectState({ status: 'proposed' });
    given(proposed, taken, changed, withdrawn)
      .when({ type: 'ProposeCandidate', announcement: { ...later, causeMatter: 'A' } })
      .expectEvents({ type: 'NothingNewHeard', announcement: 'later' });
    given(proposed, taken, changed, withdrawn)
      .when(hear(aBasisAnnouncement({ id: 'another' })))
      .expectEvents({ type: 'NothingNewHeard', announcement: 'another' });
  });
});
