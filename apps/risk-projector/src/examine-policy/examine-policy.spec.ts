import { CATALOGUE } from '#contracts/signals/catalogue';
import { PACKS } from '#domain/points/packs';
import { REFERENCE_POLICY, SHIPPED_POLICY } from '#domain/risk/policies';
import { namedJson } from '#platform/json/named-json';
import { examinePolicy } from './examine-policy';

describe.each([SHIPPED_POLICY, REFERENCE_POLICY])('the policy $name', (policy) => {
  it('weighs exactly what the catalogue scores, in each of its severity classes, and says of the rest why not', () => {
    expect(examinePolicy('odds', JSON.stringify(policy)).findings).toEqual([]);
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

describe('a text that is sent as a policy', () => {
  const { halfLifeTables: _, ...written } = SHIPPED_POLICY;

  it('is kept as it is, and stands for the same policy however it is written, tables or not', () => {
    const text = JSON.stringify(written, null, 2);
    expect(examinePolicy('odds', text).sent).toEqual({ text, ...namedJson(SHIPPED_POLICY) });
  });

  it.each([
    ['', 'json-malformed'],
    ['{"name": "规则",', 'json-malformed'],
    ['{"name":"a","name":"b"}', 'key-repeated'],
    ['['.repeat(40) + ']'.repeat(40), 'nested-too-deeply'],
    ['{"__proto__":{}}', 'key-not-allowed'],
    ['{"name":"\\u0000"}', 'text-with-nul'],
  ])('is told what keeps it from being JSON: %s', (text, code) => {
    const { sent, findings } = examinePolicy('odds', text);
    expect(sent).toEqual({ text, document: null, hash: null });
    expect(findings).toMatchObject([{ code, zh: expect.stringMatching(/。$/), en: expect.stringMatching(/\.$/) }]);
  });

  it.each(['null', '[]', '7', '"规则"', '{}'])('is told what is missing where it is JSON and no policy: %s', (text) => {
    const { sent, findings } = examinePolicy('odds', text);
    expect(sent).toMatchObject({ text, hash: expect.any(String), document: expect.any(String) });
    expect(findings.length).toBeGreaterThan(0);
  });

  it.each(PACKS.map((pack) => [pack.name, pack] as const))('may be a points scheme: %s', (_name, pack) => {
    const text = JSON.stringify(pack);
    expect(examinePolicy('points', text)).toEqual({ sent: { text, ...namedJson(pack) }, findings: [] });
    expect(examinePolicy('points', '{"kind":"points"}').findings.length).toBeGreaterThan(5);
    expect(examinePolicy('points', '{').findings).toMatchObject([{ code: 'json-malformed' }]);
  });
});
