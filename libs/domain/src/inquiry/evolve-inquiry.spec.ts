import { decideInTurn } from '#domain/inquiry/decide-inquiry';
import { evolveInquiry } from '#domain/inquiry/evolve-inquiry';
import { type InquiryCommand, NOT_PROPOSED } from '#domain/inquiry/inquiry';
import { anAnnouncement } from '#testing/inquiries';

describe('the state of a cadre', () => {
  const announcement = anAnnouncement();
  const of = { candidateId: announcement.candidateId };
  const story: InquiryCommand[] = [
    { type: 'ProposeCandidate', announcement },
    { type: 'AskDismissal', ...of, by: 'handler-1', reason: '同一问题已了结' },
    { type: 'RefuseDismissal', reason: '尚有一件未核', ...of, by: 'head-1' },
    { type: 'ProposeCandidate', announcement: anAnnouncement({ candidateId: 'later', cause: 'later-event' }) },
    { type: 'TakeCandidate', ...of, by: 'case-1', on: 9_600, clueNumber: '线索-2026-018' },
  ];

  it('is the same however often its stream is read', () => {
    const events = decideInTurn(story, NOT_PROPOSED);
    const state = events.reduce(evolveInquiry, NOT_PROPOSED);
    expect(JSON.parse(JSON.stringify(events)).reduce(evolveInquiry, NOT_PROPOSED)).toEqual(state);
    expect(state).toMatchObject({ status: 'taken', candidate: { laterEvents: ['later-event'] }, heard: [of.candidateId, 'later'] });
  });

  it('does not come from a stream that decides before it proposes', () => {
    expect(() => evolveInquiry(NOT_PROPOSED, { type: 'DismissalAsked', by: 'handler-1', reason: '无' })).toThrow('before any candidate');
    const proposed = decideInTurn(story.slice(0, 1), NOT_PROPOSED).reduce(evolveInquiry, NOT_PROPOSED);
    expect(() => evolveInquiry(proposed, { type: 'CandidateDismissed', by: 'head-1', on: 1 })).toThrow('before anybody asked');
  });
});
