import { randomUUID } from 'node:crypto';
import {
  CANDIDATE_DISMISSED,
  CANDIDATE_OVERDUE,
  CANDIDATE_PROPOSED,
  CANDIDATE_TAKEN,
  CANDIDATE_WITHDRAWN,
  candidateOverdue,
  candidateProposed,
  candidateTaken,
} from '#contracts/inquiry/inquiry-events';
import { dateOf, type Day } from '#domain/calendar/day';
import { decideInquiry } from '#domain/inquiry/decide-inquiry';
import type { Decision, InquiryCommand } from '#domain/inquiry/inquiry';
import { InquiryRuleBroken } from '#domain/inquiry/inquiry';
import type { Changed, InquiryStore } from '#domain/inquiry/inquiry-store';
import { aBasisAnnouncement, anAnnouncement, aSnapshot } from '#testing/inquiries';

export interface InquiryStoreUnderTest {
  readonly store: InquiryStore;
  /** What other apps will have heard of a candidate, in order. */
  announcedOf(candidateId: string): Promise<readonly { readonly type: string; readonly data: unknown }[]>;
  /** The day by the store's own clock. */
  today(): Promise<Day>;
}

/** Held by every adapter of the InquiryStore port, the fake included. */
export function describeInquiryStore(name: string, create: () => Promise<InquiryStoreUnderTest>): void {
  describe(`${name} keeps the InquiryStore contract`, () => {
    let under: InquiryStoreUnderTest;
    let today: Day;

    beforeAll(async () => {
      under = await create();
      today = await under.today();
    });

    const command = async (cadreId: string, given: InquiryCommand): Promise<Changed> =>
      under.store.change(cadreId, (inquiry) => decideInquiry(given, inquiry));

    async function proposed(dueOn = today + 10): Promise<{ cadreId: string; candidateId: string; changed: Changed }> {
      const [cadreId, candidateId] = [`cadre:${randomUUID()}`, randomUUID()];
      const what = { candidateId, cause: randomUUID(), proposedOn: dueOn - 30, dueOn, snapshot: aSnapshot() };
      return { cadreId, candidateId, changed: await under.store.change(cadreId, () => [{ type: 'CandidateProposed', ...what }]) };
    }

    const take = (candidateId: string, clueNumber: string): Decision => ({
      type: 'TakeCandidate',
      candidateId,
      by: 'case-1',
      on: today,
      clueNumber,
    });
    const ask = (candidateId: string): Decision => ({ type: 'AskDismissal', candidateId, by: 'handler-1', reason: '已有结论' });
    const typesOf = async (candidateId: string): Promise<string[]> => (await under.announcedOf(candidateId)).map(({ type }) => type);

    it('keeps what was decided, and decides the next command against it', async () => {
      const { cadreId, candidateId, changed } = await proposed();
      expect(changed).toMatchObject({ version: 1, inquiry: { status: 'proposed', candidate: { id: candidateId } } });
      expect(await command(cadreId, ask(candidateId))).toMatchObject({ version: 2, inquiry: { status: 'dismissal-asked' } });
    });

    it('gives back the very state, frozen reasons and numbers included', async () => {
      const { cadreId, changed } = await proposed();
      const read = await under.store.change(cadreId, () => []);
      expect(read).toEqual({ inquiry: changed.inquiry, version: 1, events: [] });
    });

    it('knows nothing of a cadre of whom nothing was decided', async () => {
      const nobody = await under.store.change(`cadre:${randomUUID()}`, () => []);
      expect(nobody).toMatchObject({ version: 0, inquiry: { status: 'not-proposed' } });
    });

    it('announces a proposal, a dismissal and a taking, each once', async () => {
      const { cadreId, candidateId } = await proposed();
      await command(cadreId, ask(candidateId));
      expect(await typesOf(candidateId)).toEqual([CANDIDATE_PROPOSED]);
      await command(cadreId, { type: 'ConfirmDismissal', candidateId, by: 'head-1', on: today });
      expect(await typesOf(candidateId)).toEqual([CANDIDATE_PROPOSED, CANDIDATE_DISMISSED]);

      const other = await proposed();
      await command(other.cadreId, take(other.candidateId, `clue-${other.candidateId}`));
      const [first, second] = await under.announcedOf(other.candidateId);
      expect(candidateProposed.parse(first?.data)).toMatchObject({
        subject: other.cadreId,
        proposedOn: dateOf(today - 20),
        dueOn: dateOf(today + 10),
      });
      expect(candidateTaken.parse(second?.data)).toMatchObject({ takenOn: dateOf(today), clueNumber: `clue-${other.candidateId}` });
      expect(second?.type).toBe(CANDIDATE_TAKEN);
    });

    it('proposes anew for the same cadre after a dismissal', async () => {
      const { cadreId, candidateId } = await proposed();
      await command(cadreId, ask(candidateId));
      await command(cadreId, { type: 'ConfirmDismissal', candidateId, by: 'head-1', on: today });
      const announcement = anAnnouncement({ candidateId: randomUUID(), cause: randomUUID(), causeMatter: 'B', heldBefore: true });
      const again = await command(cadreId, { type: 'ProposeCandidate', announcement });
      expect(again.inquiry).toMatchObject({ status: 'proposed', candidate: { id: announcement.candidateId } });
      expect(await under.store.cadreOf(candidateId)).toBe(cadreId);
      expect(await under.store.cadreOf(announcement.candidateId)).toBe(cadreId);
    });

    it('attaches what comes after the taking, and announces nothing of it', async () => {
      const { cadreId, candidateId } = await proposed();
      await command(cadreId, take(candidateId, `clue-${candidateId}`));
      const announcement = anAnnouncement({ candidateId: randomUUID(), cause: randomUUID(), causeMatter: 'B', heldBefore: true });
      const { inquiry } = await command(cadreId, { type: 'ProposeCandidate', announcement });
      expect(inquiry).toMatchObject({ status: 'taken', candidate: { id: candidateId, laterEvents: [announcement.cause] } });
      expect(await under.store.cadreOf(announcement.candidateId)).toBeUndefined();
      expect(await typesOf(candidateId)).toEqual([CANDIDATE_PROPOSED, CANDIDATE_TAKEN]);
    });

    it('keeps what fell away of a basis, and what a person said of the decision; only a withdrawal is announced', async () => {
      const { cadreId, candidateId } = await proposed();
      const hear = async (id: string): Promise<Changed> =>
        command(cadreId, { type: 'HearBasisChange', announcement: aBasisAnnouncement({ id }) });
      expect(await hear('first')).toMatchObject({ inquiry: { status: 'proposed', candidate: { basisChanges: [{ ground: 'refuted' }] } } });
      await command(cadreId, take(candidateId, `clue-${candidateId}`));
      expect(await hear('second')).toMatchObject({ inquiry: { status: 'taken', toReview: true } });
      const review = { candidateId, by: 'head-1', on: today, reason: '另有两件足以支持' };
      expect(await command(cadreId, { type: 'UpholdDecision', ...review })).toMatchObject({
        inquiry: { status: 'taken', toReview: false },
      });
      await hear('third');
      const { inquiry } = await command(cadreId, { type: 'WithdrawCandidate', ...review, reason: '对象有误' });
      expect(inquiry).toMatchObject({ status: 'withdrawn', decidedBy: 'head-1', candidate: { basisChanges: { length: 3 } } });
      expect(await typesOf(candidateId)).toEqual([CANDIDATE_PROPOSED, CANDIDATE_TAKEN, CANDIDATE_WITHDRAWN]);
    });

    it('stores and announces nothing of a decision that is refused', async () => {
      const { cadreId, candidateId } = await proposed();
      const refused = command(cadreId, { type: 'RefuseDismissal', candidateId, by: 'head-1', reason: '尚有一件未核' });
      await expect(refused).rejects.toMatchObject({ code: 'dismissal-not-asked' });
      expect(await under.store.change(cadreId, () => [])).toMatchObject({ version: 1 });
      expect(await typesOf(candidateId)).toEqual([CANDIDATE_PROPOSED]);
    });

    it('lets one of two decisions at the same moment win', async () => {
      for (let race = 0; race < 10; race += 1) {
        const { cadreId, candidateId } = await proposed();
        const both = await Promise.allSettled([
          command(cadreId, ask(candidateId)),
          command(cadreId, take(candidateId, `clue-${candidateId}`)),
        ]);
        expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(InquiryRuleBroken) });
        expect(await under.store.change(cadreId, () => [])).toMatchObject({ version: 2 });
      }
    });

    it('gives a clue number to one candidate only', async () => {
      const [one, two] = [await proposed(), await proposed()];
      const number = `clue-${one.candidateId}`;
      await command(one.cadreId, take(one.candidateId, number));
      await expect(command(two.cadreId, take(two.candidateId, number))).rejects.toMatchObject({ code: 'clue-number-in-use' });
      expect(await under.store.change(two.cadreId, () => [])).toMatchObject({ inquiry: { status: 'proposed' } });
      expect(await typesOf(two.candidateId)).toEqual([CANDIDATE_PROPOSED]);
    });

    it('knows whom a candidate is about', async () => {
      const { cadreId, candidateId } = await proposed();
      expect(await under.store.cadreOf(candidateId)).toBe(cadreId);
      expect(await under.store.cadreOf(randomUUID())).toBeUndefined();
    });

    it('notes an open candidate whose last day is over, and announces it exactly once', async () => {
      const { cadreId, candidateId } = await proposed(today - 1);
      await Promise.all([under.store.noteOverdue(), under.store.noteOverdue(candidateId), under.store.noteOverdue()]);
      await under.store.noteOverdue(candidateId);
      const [, second, ...more] = await under.announcedOf(candidateId);
      expect(more).toEqual([]);
      expect(second?.type).toBe(CANDIDATE_OVERDUE);
      expect(candidateOverdue.parse(second?.data)).toMatchObject({ subject: cadreId, dueOn: dateOf(today - 1) });
    });

    it('notes the one that was asked for, and no other', async () => {
      const [one, two] = [await proposed(today - 400), await proposed(today - 400)];
      expect(await under.store.noteOverdue(one.candidateId)).toEqual([one.candidateId]);
      expect(await typesOf(two.candidateId)).toEqual([CANDIDATE_PROPOSED]);
    });

    it('is not early: the last day itself is still in time', async () => {
      const { candidateId } = await proposed(today);
      expect(await under.store.noteOverdue(candidateId)).toEqual([]);
    });

    it('notes nothing of a candidate that was decided', async () => {
      const { cadreId, candidateId } = await proposed(today - 400);
      await command(cadreId, take(candidateId, `clue-${candidateId}`));
      expect(await under.store.noteOverdue(candidateId)).toEqual([]);
      expect(await under.store.noteOverdue()).not.toContain(candidateId);
    });

    it('tells which open candidates come due within a day', async () => {
      const [now, tomorrow] = [await proposed(today), await proposed(today + 1)];
      const decided = await proposed(today);
      await command(decided.cadreId, take(decided.candidateId, `clue-${decided.candidateId}`));
      const soon = await under.store.dueSoon();
      const due = soon.find(({ candidateId }) => candidateId === now.candidateId);
      expect(due).toEqual({ candidateId: now.candidateId, version: 1, dueOn: today });
      expect(soon.map(({ candidateId }) => candidateId)).not.toContain(tomorrow.candidateId);
      expect(soon.map(({ candidateId }) => candidateId)).not.toContain(decided.candidateId);
    });
  });
}
