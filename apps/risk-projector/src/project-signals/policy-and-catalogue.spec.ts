import { CATALOGUE } from '#contracts/signals/catalogue';
import type { SignalType } from '#contracts/signals/define-signal';
import { REFERENCE_POLICY, SHIPPED_POLICY } from '#domain/risk/policies';
import { type Policy, scoreOf } from '#domain/risk/policy';

/** Where a policy and a catalogue do not say the same of a code, one line each. */
function disagreements(policy: Policy, catalogue: readonly SignalType[]): readonly string[] {
  const scored = catalogue.filter(({ effect }) => effect === 'scored');
  const known = new Set(catalogue.map(({ code }) => code));
  const named = [...Object.keys(policy.weights), ...Object.keys(policy.notScored)];
  return [
    ...named.filter((code) => !known.has(code)).map((code) => `${code} is in no catalogue`),
    ...catalogue.filter(({ code }) => !named.includes(code)).map(({ code }) => `${code} is neither weighted nor not scored`),
    ...catalogue
      .filter((type) => named.includes(type.code) && scored.includes(type) !== Object.hasOwn(policy.weights, type.code))
      .map(({ code, effect }) => `${code} is ${effect} in the catalogue, not in the policy`),
    ...scored.flatMap(({ code, severities }) =>
      severities.filter((severity) => scoreOf(policy, code, severity) === undefined).map((severity) => `${code}/${severity} has no weight`),
    ),
  ];
}

describe.each([SHIPPED_POLICY, REFERENCE_POLICY])('the policy $name', (policy) => {
  it('weighs exactly what the catalogue scores, in each of its severity classes, and says of the rest why not', () => {
    expect(disagreements(policy, CATALOGUE)).toEqual([]);
    expect(Object.keys(policy.weights)).toHaveLength(59);
    expect(Object.keys(policy.notScored)).toHaveLength(22);
  });

  it('gives the classes 1 to 5 the starting values of the model', () => {
    const values = new Set(Object.values(policy.weights).map((ofCode) => JSON.stringify(ofCode)));
    expect([...values]).toEqual(['{"1":5,"2":15,"3":35,"4":60,"5":80}']);
  });
});

describe('what the model does not score, by rule', () => {
  const because = (reason: string): unknown =>
    CATALOGUE.flatMap((type) => (type.effect === 'not-scored' && type.because === reason ? [type.code] : [])).toSorted();

  it.each<[string, string[]]>([
    [
      'measure',
      [
        'org-administrative-sanction',
        'org-clue-disposed',
        'org-clue-registered',
        'org-inquiry-no-reply',
        'org-inquiry-untruthful',
        'org-integrity-opinion',
        'org-party-sanction',
        'superior-accountability',
        'superior-admonition',
        'superior-reminder-talk',
      ],
    ],
    ['office-task', ['org-audit-due', 'org-rotation-overdue', 'org-tenure-exceeded', 'superior-periodic-talk']],
    ['frankness', ['self-event-report', 'team-democratic-life-criticism']],
    ['no-fault', ['public-suggestion']],
    ['historical', ['org-family-planning-breach']],
  ])('is, as %s, what the model names', (reason, codes) => {
    expect(because(reason)).toEqual(codes);
  });
});

describe('a planted violation', () => {
  const { 'org-audit-exit-finding': audit = {}, ...others } = SHIPPED_POLICY.weights;

  it.each<[string, Partial<Policy>, string[]]>([
    ['a code left out', { weights: others }, ['org-audit-exit-finding is neither weighted nor not scored', ...missing([2, 3, 4, 5])]],
    [
      'a code not scored that the catalogue scores',
      { weights: others, notScored: { ...SHIPPED_POLICY.notScored, 'org-audit-exit-finding': 'an error' } },
      ['org-audit-exit-finding is scored in the catalogue, not in the policy'],
    ],
    ['a class left out', { weights: { ...others, 'org-audit-exit-finding': { ...audit, '5': undefined } } }, missing([5])],
    ['a code that nobody knows', { weights: { ...SHIPPED_POLICY.weights, 'self-hobby': audit } }, ['self-hobby is in no catalogue']],
  ])('is seen: %s', (_, change, found) => {
    expect(disagreements({ ...SHIPPED_POLICY, ...change }, CATALOGUE)).toEqual(found);
  });

  function missing(severities: readonly number[]): string[] {
    return severities.map((severity) => `org-audit-exit-finding/${severity} has no weight`);
  }
});
