import { dayOf } from '#domain/calendar/day';
import { decideEntry } from '#domain/points/decide-entry';
import type { EnteredFact } from '#domain/points/facts';
import { PACKS } from '#domain/points/packs';
import type { PointsRule } from '#domain/points/points-rule';
import type { Scheme } from '#domain/points/scheme';
import { factOf, factsOf, type ToldFact } from '#testing/points-facts';
import { YUNLING_100 } from '#testing/schemes/yunling-100';

const HUINONG = PACKS.find(({ name }) => name === 'huinong-3c') as Scheme;
const TODAY = dayOf('2026-11-01');

/** What happened before, who does what now, and what comes of it. */
function given(scheme: Scheme, ...before: ToldFact[]) {
  const decide = (entry: ToldFact, role: string): readonly EnteredFact[] =>
    decideEntry(factOf(entry) as EnteredFact, { scheme, facts: factsOf(before), role, today: TODAY });
  return {
    when: (entry: ToldFact, role = 'handler') => ({
      expectKept: () => expect(decide(entry, role)).toEqual([factOf(entry)]),
      expectNothing: () => expect(decide(entry, role)).toEqual([]),
      expectRule: (code: PointsRule) => expect(() => decide(entry, role)).toThrow(expect.objectContaining({ code })),
    }),
  };
}

const omission: ToldFact = { id: 'omission', code: 'self-personal-matters-omission', day: '2026-05-04', severity: 3 };
const step = (name: Extract<ToldFact, { step: unknown }>['step'], on: string, more: Partial<ToldFact> = {}): ToldFact =>
  ({ id: name, step: name, target: 'omission', on, ...more }) as ToldFact;
const notice = step('notice', '2026-05-06');
const statement = step('statement', '2026-05-08');
const verification = step('verification', '2026-05-12');
const confirmation = step('confirmation', '2026-05-15', { by: 'head' });
const measure: ToldFact = { id: 'plan', measure: 'late-plan', day: '2026-05-04' };

describe('the steps before points stand', () => {
  it('come in turn: notice, statement, verification, and the confirmation of another person', () => {
    given(YUNLING_100, omission).when(notice).expectKept();
    given(YUNLING_100, omission, notice).when(statement).expectKept();
    given(YUNLING_100, omission, notice, statement).when(verification).expectKept();
    given(YUNLING_100, omission, notice, statement, verification).when(confirmation, 'handling-office-head').expectKept();
  });

  it('are kept once, however often they are sent', () => {
    given(YUNLING_100, omission, notice).when(notice).expectNothing();
    given(YUNLING_100, omission, notice)
      .when({ ...notice, id: 'again' })
      .expectRule('step-already-taken');
  });

  it('skip no step; a statement alone may stay away, once its days are over', () => {
    given(YUNLING_100, omission).when(verification).expectRule('step-out-of-turn');
    given(YUNLING_100, omission, notice).when(step('verification', '2026-05-11')).expectRule('statement-awaited');
    given(YUNLING_100, omission, notice).when(step('verification', '2026-05-12')).expectKept();
    given(YUNLING_100, omission, notice).when(confirmation, 'handling-office-head').expectRule('statement-awaited');
    given(YUNLING_100, omission, notice, verification).when(step('statement', '2026-05-13')).expectKept();
  });

  it('are confirmed by who may and has not handled it', () => {
    const handled = [omission, notice, statement, verification] as const;
    given(YUNLING_100, ...handled)
      .when(confirmation, 'handler')
      .expectRule('role-does-not-confirm');
    given(YUNLING_100, ...handled)
      .when(confirmation, 'organ-principal')
      .expectRule('role-does-not-confirm');
    given(YUNLING_100, ...handled)
      .when({ ...confirmation, by: 'clerk' }, 'deputy-leader')
      .expectRule('needs-another-person');
  });

  it('lie neither in the future nor before what they follow', () => {
    given(YUNLING_100, omission).when(step('notice', '2026-11-02')).expectRule('day-to-come');
    given(YUNLING_100, omission).when(step('notice', '2026-05-03')).expectRule('before-what-it-follows');
    given(YUNLING_100, omission, notice).when(step('statement', '2026-05-05')).expectRule('before-what-it-follows');
  });

  it('are about something that the scheme knows', () => {
    given(YUNLING_100).when(notice).expectRule('nothing-to-step-on');
    given(YUNLING_100, { ...omission, severity: 2 } as ToldFact)
      .when(notice)
      .expectRule('nothing-to-step-on');
    given(HUINONG, { id: 'omission', code: 'superior-work-supervision-notice', day: '2026-05-04', fields: { colour: '黄' } })
      .when(notice)
      .expectRule('step-not-asked');
  });

  it('end with a refusal, after which nothing follows', () => {
    const refusal = step('refusal', '2026-05-13', { by: 'head' });
    given(YUNLING_100, omission, notice).when(refusal, 'deputy-leader').expectKept();
    given(YUNLING_100, omission, notice, refusal).when(statement).expectRule('already-refused');
    given(YUNLING_100, omission, notice, refusal).when(confirmation, 'deputy-leader').expectRule('already-refused');
  });
});

describe('an objection', () => {
  const counting = [omission, notice, statement, verification, confirmation] as const;
  const objection = step('objection', '2026-06-01');

  it('is made against what counts, and answered by another person than who confirmed', () => {
    given(YUNLING_100, omission).when(objection).expectRule('does-not-count-yet');
    given(YUNLING_100, ...counting)
      .when(objection)
      .expectKept();
    const upheld = step('objection-upheld', '2026-06-09', { by: 'leader' });
    given(YUNLING_100, ...counting)
      .when(upheld, 'deputy-leader')
      .expectRule('no-objection');
    given(YUNLING_100, ...counting, objection)
      .when(upheld, 'deputy-leader')
      .expectKept();
    given(YUNLING_100, ...counting, objection)
      .when({ ...upheld, by: 'head' }, 'handling-office-head')
      .expectRule('needs-another-person');
    given(YUNLING_100, ...counting, objection, step('objection-rejected', '2026-06-05', { by: 'leader' }))
      .when(upheld, 'deputy-leader')
      .expectRule('no-objection');
  });
});

describe('a measure that people enter', () => {
  it('is one of the scheme, and numbered exactly where the scheme numbers it', () => {
    given(YUNLING_100).when(measure).expectKept();
    given(YUNLING_100)
      .when({ ...measure, measure: 'fine' } as ToldFact)
      .expectRule('measure-not-in-scheme');
    given(YUNLING_100)
      .when({ ...measure, number: 3 } as ToldFact)
      .expectRule('round-number-missing-or-not-asked');
    given(YUNLING_100)
      .when({ ...measure, day: '1999-12-31' } as ToldFact)
      .expectRule('day-too-early');
    given(YUNLING_100).when({ id: 'absent', measure: 'absent', day: '2026-05-04' }).expectRule('round-number-missing-or-not-asked');
  });

  it('is confirmed by another person, whatever the scheme asks of signals', () => {
    const lagging: ToldFact = { id: 'omission', measure: 'lagging', day: '2026-05-04', by: 'head' };
    const miaogou = PACKS.find(({ name }) => name === 'miaogou-freq') as Scheme;
    given(miaogou, lagging).when(confirmation, 'deputy-leader').expectRule('needs-another-person');
    given(miaogou, lagging)
      .when({ ...confirmation, by: 'leader' }, 'deputy-leader')
      .expectKept();
  });
});

describe('a term', () => {
  const warned: ToldFact = { id: 'omission', code: 'superior-work-supervision-notice', day: '2026-05-04', fields: { colour: '黄' } };
  const set = step('term-set', '2026-05-05', { due: '2026-06-05' } as Partial<ToldFact>);
  const unmet = step('term-unmet', '2026-06-06');

  it('is set, and missed only after it is over', () => {
    given(HUINONG, warned).when(set).expectKept();
    given(HUINONG, warned).when(unmet).expectRule('no-term-set');
    given(HUINONG, warned, set).when(step('term-unmet', '2026-06-05')).expectRule('term-not-over');
    given(HUINONG, warned, set).when(unmet).expectKept();
    given(HUINONG, warned, set, step('term-met', '2026-06-01')).when(unmet).expectRule('no-term-set');
    given(HUINONG, warned)
      .when({ ...set, due: '2026-05-04' } as ToldFact)
      .expectRule('term-before-its-day');
  });

  it('is told to be missed by one person and confirmed by another', () => {
    const confirmed: ToldFact = { id: 'ok', step: 'confirmation', target: 'term-unmet', on: '2026-06-09', by: 'head' };
    given(HUINONG, warned, set, unmet).when(confirmed, 'deputy-leader').expectKept();
    given(HUINONG, warned, set, { ...unmet, by: 'head' })
      .when(confirmed, 'deputy-leader')
      .expectRule('needs-another-person');
  });

  it('cannot be missed more often than the scheme has stages', () => {
    const again: ToldFact[] = [2, 3].flatMap((nth): ToldFact[] => [
      { ...set, id: `set ${nth}`, on: `2026-0${nth + 5}-01`, due: `2026-0${nth + 5}-09` } as ToldFact,
      { ...unmet, id: `unmet ${nth}`, on: `2026-0${nth + 5}-10` } as ToldFact,
    ]);
    given(HUINONG, warned, set, unmet, ...again.slice(0, 3))
      .when(again[3] as ToldFact)
      .expectRule('no-further-stage');
  });
});

describe('what was entered by mistake', () => {
  it('is taken back by nobody who might not have decided it: four eyes stay four', () => {
    const objected = step('objection', '2026-05-18');
    const upheld = step('objection-upheld', '2026-05-20', { by: 'deputy' });
    const decided = [omission, notice, statement, verification, confirmation, objected, upheld] as const;
    const back: ToldFact = { id: 'back', takesBack: 'objection-upheld', on: '2026-05-21' };
    given(YUNLING_100, ...decided)
      .when({ ...back, by: 'head' }, 'handling-office-head')
      .expectRule('needs-another-person');
    given(YUNLING_100, ...decided)
      .when({ ...back, by: 'deputy' }, 'deputy-leader')
      .expectKept();
    given(YUNLING_100, ...decided)
      .when({ ...back, by: 'another head' }, 'handling-office-head')
      .expectKept();
  });

  it('is taken back by who entered it or by who may confirm, once', () => {
    const back: ToldFact = { id: 'back', takesBack: 'plan', on: '2026-05-05' };
    given(YUNLING_100, measure).when(back).expectKept();
    given(YUNLING_100, measure)
      .when({ ...back, by: 'other' })
      .expectRule('not-yours-to-take-back');
    given(YUNLING_100, measure)
      .when({ ...back, by: 'other' }, 'deputy-leader')
      .expectKept();
    given(YUNLING_100, measure, back)
      .when({ ...back, id: 'again' })
      .expectRule('already-taken-back');
    given(YUNLING_100, omission)
      .when({ ...back, takesBack: 'omission' } as ToldFact)
      .expectRule('nothing-to-take-back');
  });
});
