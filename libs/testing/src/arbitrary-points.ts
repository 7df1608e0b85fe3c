import { dateOf } from '#domain/calendar/day';
import type { ToldFact } from '#testing/points-facts';
import fc from 'fast-check';

const FIRST_DAY = 9_600;
const matter = fc.constantFrom('A', 'B', 'C', undefined);
const later = fc.nat({ max: 500 });
const day = fc.nat({ max: 900 }).map((after) => FIRST_DAY + after);

/** Codes that some pack or the fifth scheme names, with what they may say. */
const aFact = fc.record({
  matter,
  day,
  said: fc.constantFrom(
    { code: 'org-party-sanction', fields: { sanction: '警告' } },
    { code: 'org-party-sanction', fields: { sanction: '严重警告' } },
    { code: 'org-administrative-sanction', fields: { sanction: '记过' } },
    { code: 'superior-admonition', fields: { ground: 3, expiry: dateOf(FIRST_DAY + 400) } },
    { code: 'superior-reminder-talk', fields: {} },
    { code: 'superior-criticism-circular', fields: {} },
    { code: 'superior-work-supervision-notice', fields: { colour: '黄' } },
    { code: 'org-audit-rectification-overdue', fields: { due: dateOf(FIRST_DAY - 60), rectification: '未整改' } },
    { code: 'org-audit-exit-finding', fields: {} },
  ),
});
const aMeasure = fc.record({
  matter,
  day,
  said: fc.oneof(
    fc.constantFrom({ measure: 'written-review' }, { measure: 'inquiry-card' }, { measure: 'lagging' }, { measure: 'late-plan' }),
    fc.integer({ min: 1, max: 5 }).map((number) => ({ measure: 'ranked-last', number })),
    fc.integer({ min: 1, max: 5 }).map((number) => ({ measure: 'absent', number })),
  ),
});

interface Unplaced {
  readonly matter: string | undefined;
  readonly day: number;
  readonly said: Record<string, unknown>;
}

/** What people do about it afterwards, in turn; cut off anywhere. */
const STEPS = ['notice', 'statement', 'verification', 'confirmation', 'term-set', 'term-unmet', 'objection'] as const;

export const aToldFact: fc.Arbitrary<readonly ToldFact[]> = fc
  .tuple(fc.oneof(aFact, aMeasure) as fc.Arbitrary<Unplaced>, fc.nat({ max: STEPS.length }), later, fc.uuid(), fc.boolean())
  .map(([{ matter: ofMatter, day: on, said }, count, wait, id, confirmed]) => {
    const fact = { ...said, id, day: dateOf(on), ...(ofMatter === undefined ? {} : { matter: ofMatter }) } as ToldFact;
    const steps = STEPS.slice(0, count).map((step, place): ToldFact => {
      const due = step === 'term-set' ? { due: dateOf(on + wait + place) } : {};
      return {
        id: `${id} ${step}`,
        step,
        target: id,
        on: dateOf(on + wait + place),
        by: step === 'confirmation' ? 'head' : 'clerk',
        ...due,
      };
    });
    const unmet: readonly ToldFact[] =
      confirmed && count > STEPS.indexOf('term-unmet')
        ? [{ id: `${id} unmet`, step: 'confirmation', target: `${id} term-unmet`, on: dateOf(on + wait + 9), by: 'head' }]
        : [];
    return [fact, ...steps, ...unmet];
  });

/** What is known of one subject: facts of several schemes, each with the steps that people took. */
export const toldFacts: fc.Arbitrary<readonly ToldFact[]> = fc.array(aToldFact, { maxLength: 8 }).map((lists) => lists.flat());

export const aReadingDay = fc.nat({ max: 1_600 }).map((after) => FIRST_DAY + after);
