import { POINTS_TYPES } from '#contracts/signals/points-types';
import { checkScheme } from '#domain/points/check-scheme';
import { FINDING_SENTENCES } from '#domain/points/finding-sentences';
import { PACKS } from '#domain/points/packs';
import { shapeProblems } from '#domain/points/scheme-shape';
import { YUNLING_100 } from '#testing/schemes/yunling-100';
import fc from 'fast-check';

type Path = readonly (string | number)[];

/** The fifth scheme with one value replaced, or taken away. */
function withChange(path: Path, value: unknown): unknown {
  const copy: unknown = structuredClone(YUNLING_100);
  let at = copy as Record<string | number, unknown>;
  for (const name of path.slice(0, -1)) at = at[name] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if (value === undefined && Array.isArray(at)) at.splice(Number(last), 1);
  else if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

const found = (json: unknown): string[] => checkScheme(json, POINTS_TYPES).map(({ pointer, code }) => `${pointer} ${code}`);
const after = (path: Path, value: unknown): string[] => found(withChange(path, value));

const of = (name: string): number => YUNLING_100.items.findIndex(({ key }) => key === name);

describe('the check of a points scheme', () => {
  it('finds nothing in one that uses every way of writing', () => {
    expect(found(YUNLING_100)).toEqual([]);
  });

  it.each<[string, Path, unknown, string[]]>([
    ['age as a field of a condition', ['items', 0, 'of', 'when', 0, 'field'], 'age', ['/items/0/of/when/0/field unknown-fact-field']],
    ['a field for a hobby', ['items', 0, 'hobby'], '钓鱼', ['/items/0/hobby unknown-field']],
    ['attitude as the reason', ['items', 0, 'label', 'zh'], '态度不端', ['/items/0/label forbidden-feature']],
    [
      'free text as a condition',
      ['items', of('omission'), 'of', 'when', 0],
      { field: 'found', is: ['两处'] },
      ['/items/1/of/when/0/field unknown-fact-field'],
    ],
  ])('leaves no way to a forbidden feature: %s', (_what, path, value, expected) => {
    expect(after(path, value)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    'public-accusation-real-name',
    'public-hotline-complaint',
    'media-negative-report',
    'media-unverified-post',
    'self-event-report',
    'self-gift-handover',
    'org-clue-registered',
    'org-audit-due',
  ])('refuses points for %s, which no organ has decided', (code) => {
    expect(after(['items', of('omission'), 'of'], { code })).toContain('/items/1/of/code unconfirmed-by-nature');
  });

  it.each<[string, Path, unknown, string[]]>([
    ['a measure without a word', ['notCounted', 5], undefined, ['/items not-counted-nor-named']],
    [
      'a kind of sanction without a word',
      ['notCounted', 3, 'when', 0, 'is'],
      ['撤销党内职务'],
      ['/items not-counted-nor-named', '/items not-counted-nor-named'],
    ],
    [
      'a gap between two ranges',
      ['notCounted', 2, 'when', 0, 'least'],
      10,
      ['/items not-counted-nor-named', '/items not-counted-nor-named'],
    ],
    ['a gap between two latenesses', ['notCounted', 0, 'when', 0, 'daysLate', 'most'], 28, ['/items not-counted-nor-named']],
    ['two entries for one case', ['notCounted', 1, 'when', 0, 'most'], 3, ['/notCounted/1 counted-twice']],
  ])('says what is missing: %s', (_what, path, value, expected) => {
    expect(after(path, value)).toEqual(expected);
  });

  it.each<[Path, unknown, string]>([
    [['items', 0, 'of', 'code'], 'org-nothing', '/items/0/of/code unknown-code'],
    [['objects'], ['unit'], '/items/1/of/code not-about-object'],
    [['items', 0, 'mark'], 'blue', '/items/0/mark unknown-mark'],
    [['items', 0, 'most'], 4000, '/items/0/most cap-below-points'],
    [['items', 0, 'escalation', 0, 'points'], 4000, '/items/0/escalation/0 escalation-is-lighter'],
    [['items', 0, 'key'], 'omission', '/items/1 named-twice'],
    [['items', of('late-plan'), 'of', 'measure'], 'absent', '/items/5/of measure-named-twice'],
    [['items', of('warning'), 'of', 'when', 0, 'is', 0], '口头警告', '/items/3/of/when/0/is/0 value-never-sent'],
    [['items', of('admonition'), 'of', 'when', 0], { field: 'ground', is: ['九'] }, '/items/2/of/when/0/is condition-does-not-fit'],
    [['items', of('admonition'), 'effects', 0, 'lasts', 'field'], 'ground', '/items/2/effects/0/lasts/field not-a-day-field'],
    [['items', of('admonition'), 'effects', 0, 'consequence'], 'fine', '/items/2/effects/0/consequence unknown-consequence'],
    [['procedure', 'confirmedBy'], [], '/procedure/confirmedBy nobody-confirms'],
    [['procedure', 'steps'], ['notice', 'statement'], '/procedure/steps confirmation-needed'],
    [['procedure', 'steps'], ['statement', 'confirmation'], '/procedure/steps notice-needed'],
    [['procedure', 'statementDays'], undefined, '/procedure/statementDays statement-days-needed'],
    [['procedure', 'steps'], [], '/procedure/countsFrom confirmation-never-comes'],
    [['start', 'value'], 0, '/start/value nothing-to-deduct-from'],
    [['consequences', 4, 'mostMonths'], undefined, '/consequences/4/mostMonths cap-needed'],
    [['consequences', 0, 'mostMonths'], 12, '/consequences/0/mostMonths cap-not-asked'],
    [['thresholds', 1, 'anyOf', 0, 'most'], 96000, '/thresholds/1/anyOf/0 thresholds-not-ordered'],
    [['thresholds', 0, 'anyOf', 0], { kind: 'sum', window: 'small-cycle', least: 5000 }, '/thresholds/0/anyOf/0 most-needed'],
    [['thresholds', 2, 'anyOf', 0, 'most'], 39000, '/thresholds/2/anyOf/0 never-reached'],
    [['thresholds', 0, 'anyOf'], [], '/thresholds/0/anyOf empty'],
    [['thresholds', 2, 'anyOf', 2, 'threshold'], 'stop', '/thresholds/2/anyOf/2/threshold unknown-threshold'],
    [['thresholds', 1, 'anyOf', 3, 'mark'], 'red', '/thresholds/1/anyOf/3 never-reached'],
    [['windows', 2, 'key'], 'term', '/thresholds/1/anyOf/3/window unknown-window'],
    [['thresholds'], [], '/thresholds empty'],
    [['windows', 0, 'from'], '1999-12-31', '/windows/0/from date-out-of-range'],
    [['windows', 0, 'months'], 1.5, '/windows/0/months not-an-integer'],
    [['items', 0, 'points'], -1, '/items/0/points out-of-range'],
    [['kind'], 'odds', '/kind not-one-of-the-values'],
  ])('names the place: %j as %j', (path, value, expected) => {
    expect(after(path, value)).toContain(expected);
  });

  it('has a sentence in both languages for every problem that a shape can have', () => {
    const codes = new Set<string>();
    const broken = fc.constantFrom<unknown>(undefined, null, 0, -1, 1.5, '', 'x'.repeat(200), '坏', [], {}, true, Array(201).fill({}));
    const paths = fc.constantFrom(...pathsOf(YUNLING_100));
    fc.assert(
      fc.property(paths, broken, (path, value) => {
        for (const { code } of shapeProblems(withChange(path, value))) codes.add(code);
        for (const { zh, en } of checkScheme(withChange(path, value), POINTS_TYPES))
          expect([zh, en].every((text) => text.length > 4)).toBe(true);
      }),
      { numRuns: 400 },
    );
    expect([...codes].filter((code) => !(code in FINDING_SENTENCES))).toEqual([]);
    expect(codes.size).toBeGreaterThan(8);
  });
});

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return at.length === 0 ? [] : [at];
  return [...(at.length === 0 ? [] : [at]), ...Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, [...at, name]))];
}

describe('the fifth scheme', () => {
  const text = JSON.stringify(YUNLING_100);

  it('has every field, every kind of window, condition, effect and step that there is: no feature is left to code', () => {
    const names = [
      'zh',
      'en',
      'most',
      'when',
      'is',
      'least',
      'daysLate',
      'numbered',
      'mark',
      'escalation',
      'effects',
      'mostMonths',
      'statementDays',
    ];
    expect(names.filter((name) => !text.includes(`"${name}":`))).toEqual([]);
    const kinds = ['rolling', 'calendar', 'cycle', 'while', 'months', 'field', 'sum', 'count', 'consecutive', 'reached'];
    expect(kinds.filter((kind) => !text.includes(`"kind":"${kind}"`))).toEqual([]);
    const words = [
      'add',
      'deduct',
      'longest',
      'subject',
      'leader',
      'responsible',
      'notice',
      'statement',
      'verification',
      'confirmation',
      'number',
    ];
    expect(words.filter((word) => !text.includes(`"${word}"`))).toEqual([]);
    expect(YUNLING_100.objects).toEqual(['cadre', 'unit']);
    expect(YUNLING_100.procedure.countsFrom).toBe('confirmation');
    expect(PACKS.every(({ procedure }) => procedure.countsFrom === 'occurrence')).toBe(true);
  });
});
