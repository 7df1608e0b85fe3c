import { completeOdds } from '#domain/policy/complete-odds';
import { tellFinding } from '#domain/policy/finding-sentences';
import { isForbidden } from '#domain/policy/forbidden-features';
import { type Known, oddsFindings } from '#domain/policy/odds-findings';
import { SHIPPED_POLICY } from '#domain/risk/policies';

const known: Known = {
  types: [
    { code: 'org-audit-exit-finding', effect: 'scored', severities: [2, 3] },
    { code: 'org-party-sanction', effect: 'not-scored', because: 'measure', severities: [1], kinds: ['警告', '记过'], tellsEnd: true },
    { code: 'org-audit-due', effect: 'not-scored', because: 'office-task', severities: [1] },
    { code: 'self-event-report', effect: 'not-scored', because: 'frankness', severities: [0] },
    { code: 'public-suggestion', effect: 'not-scored', because: 'no-fault', severities: [0] },
    { code: 'self-gift-handover', effect: 'mitigating', severities: [] },
    { code: 'public-false-accusation', effect: 'status-setting', severities: [] },
  ],
  reporterKinds: Object.keys(SHIPPED_POLICY.gradesByReporter),
  authorities: SHIPPED_POLICY.authorities,
};
const CODES = known.types.map(({ code }) => code);

type Draft = Record<string, unknown>;

const weights = { 'org-audit-exit-finding': { '2': 15, '3': 35 } };
const notScored = Object.fromEntries(CODES.slice(1).map((code) => [code, '按规定不计分']));
const floors = { 'org-party-sanction': { level: 'remind', months: { 警告: 12 } } };
const total: Draft = { ...structuredClone(SHIPPED_POLICY), weights, notScored, floors };

const labels = (code: string) => (code === 'org-audit-exit-finding' ? { zh: '离任审计问题', en: 'exit audit finding' } : undefined);
const found = (change: Draft): string[] => oddsFindings({ ...total, ...change }, known).map(({ pointer, code }) => `${pointer} ${code}`);
const sentences = (change: Draft): string[] =>
  oddsFindings({ ...total, ...change }, known).map((problem) => tellFinding(problem, labels).zh);

describe('a policy is total', () => {
  it('when each code is weighted in each of its classes or listed with a reason', () => {
    expect(found({})).toEqual([]);
    expect(found({ weights: {} })).toEqual(['/weights/org-audit-exit-finding code-missing']);
    expect(found({ weights: { 'org-audit-exit-finding': { '2': 15 } } })).toEqual(['/weights/org-audit-exit-finding/3 class-missing']);
    expect(found({ weights: {}, notScored: { ...notScored, 'org-audit-exit-finding': '本县另有规定' } })).toEqual([]);
    expect(found({ notScored: { ...notScored, 'org-audit-exit-finding': '重复' } })).toEqual([
      '/weights/org-audit-exit-finding weighted-and-not-scored',
    ]);
  });

  it('and names no code that the catalogue lacks', () => {
    expect(found({ weights: { ...weights, 'org-unheard-of': { '1': 5 } } })).toEqual(['/weights/org-unheard-of code-not-in-catalogue']);
  });

  it('without a weight for what is not scored by rule, and says why', () => {
    const codes = CODES.slice(1);
    const rest = Object.fromEntries(Object.entries(notScored).filter(([code]) => !codes.includes(code)));
    const weighted = Object.fromEntries(codes.map((code) => [code, { '1': 5 }]));
    const told = sentences({ weights: { ...weights, ...weighted }, notScored: rest });
    expect(told).toHaveLength(codes.length);
    expect(told.join()).toMatch(/自证其罪.*机关待办.*讲真话.*意见建议.*减轻所指信号.*核实状态/);
  });

  it('with a grade for each kind of reporter and a rank for each authority', () => {
    const { unknown: _, ...grades } = SHIPPED_POLICY.gradesByReporter;
    expect(found({ gradesByReporter: { ...grades, neighbour: 'D' } })).toEqual([
      '/gradesByReporter/unknown reporter-kind-missing',
      '/gradesByReporter/neighbour reporter-kind-not-known',
    ]);
    expect(found({ authorities: ['unit', 'county', 'city', 'province', 'court'] })).toEqual([
      '/authorities authority-missing',
      '/authorities/4 authority-not-known',
    ]);
  });
});

describe('a policy keeps what the model promises', () => {
  it('a floor belongs to a measure or a sanction in force, by kinds that there are, and to nothing that was only reported', () => {
    const floor = { level: 'remind', months: {} };
    expect(found({ floors: undefined })).toEqual(['/floors not-an-object']);
    expect(found({ floors: { 'org-party-sanction': floor, 'public-suggestion': floor, 'org-audit-exit-finding': floor } })).toEqual([
      '/floors/public-suggestion floor-of-no-measure',
      '/floors/org-audit-exit-finding floor-of-no-measure',
    ]);
    expect(sentences({ floors: { 'org-party-sanction': { level: 'remind', months: { 警戒: 12 } } } })).toEqual([
      '底线级别 org-party-sanction 影响期月数 警戒：没有这一种，只有：警告、记过。',
    ]);
    expect(found({ floors: { 'superior-reminder-talk': floor } })).toEqual(['/floors/superior-reminder-talk floor-without-end']);
    expect(found({ floors: { 'org-party-sanction': { level: 'none', months: { 警告: 0 } } } })).toEqual([
      '/floors/org-party-sanction/level not-one-of-the-values',
      '/floors/org-party-sanction/months/警告 out-of-range',
    ]);
  });

  it('nothing that was refuted or withdrawn counts, and what is surer never counts less', () => {
    expect(found({ statuses: { ...SHIPPED_POLICY.statuses, withdrawn: 1, plausible: 20 } })).toEqual([
      '/statuses/withdrawn must-be-zero',
      '/statuses/plausible counts-less-than-the-weaker',
    ]);
    expect(found({ grades: { ...SHIPPED_POLICY.grades, E: 30 } })).toEqual([
      '/grades/E must-be-zero',
      '/grades/D counts-less-than-the-weaker',
    ]);
  });

  it('no flood reaches 函询: in no channel of many voices, nor in public and media together', () => {
    const knees = { matter: 200_000, channel: 700_000 };
    expect(found({ channels: { ...SHIPPED_POLICY.channels, media: knees, team: knees } })).toEqual([
      '/channels/team/channel flood-reaches-inquiry',
      '/channels/media/channel flood-reaches-inquiry',
    ]);
    expect(found({ channels: { ...SHIPPED_POLICY.channels, public: { ...knees, channel: 400_000 } }, publicMediaCap: 1_300_000 })).toEqual([
      '/publicMediaCap flood-reaches-inquiry',
    ]);
  });
});

describe('a forbidden feature', () => {
  it.each([
    'age',
    'ageWeight',
    'min_age',
    'health',
    'birthPlace',
    'hobby',
    'attitude',
    'family',
    '籍贯',
    '年龄加分',
    '健康状况',
    '爱好',
    '认错态度',
    '家庭',
  ])('%s is known by its name', (name) => expect(isForbidden(name)).toBe(true));

  it.each(['average', 'percentage', 'manager', 'message', 'original-report', 'engage', '等级', '来源'])('%s is none', (name) =>
    expect(isForbidden(name)).toBe(false),
  );

  it.each<[Draft, string]>([
    [{ age: 5 }, '/age'],
    [{ grades: { ...SHIPPED_POLICY.grades, 籍贯: 1 } }, '/grades/籍贯'],
    [{ weights: { ...weights, 'self-health': { '1': 5 } } }, '/weights/self-health'],
    [{ levels: [{ ...SHIPPED_POLICY.levels[0], hobby: 1 }, ...SHIPPED_POLICY.levels.slice(1)] }, '/levels/0/hobby'],
    [{ more: { deep: [{ 态度: 1 }] } }, '/more/deep/0/态度'],
  ])('is refused wherever it stands, by a sentence of its own: %#', (change, pointer) => {
    expect(found(change)).toContain(`${pointer} forbidden-feature`);
    expect(found(change)).not.toContain(`${pointer} unknown-field`);
    expect(sentences(change).join()).toMatch(/不得据此计分/);
  });
});

describe('a draft', () => {
  it('may leave out the half-life tables', () => {
    const { halfLifeTables: _, ...short } = total;
    expect(completeOdds(short)).toEqual(total);
    expect(completeOdds({ ...short, halfLifeTables: 1 })).toEqual({ ...short, halfLifeTables: 1 });
    expect(completeOdds([])).toEqual([]);
  });

  it('hears of everything at once, in words, with the place', () => {
    const levels = [{ name: 'watch', enter: 20_000, exit: 20_000 }, ...SHIPPED_POLICY.levels.slice(1)];
    const told = oddsFindings({ ...total, levels, dwellDays: -1, weights: { 'org-audit-exit-finding': { '2': 99 } } }, known).map(
      (problem) => tellFinding(problem, labels),
    );
    expect(told.map(({ pointer }) => pointer)).toEqual(['/dwellDays', '/weights/org-audit-exit-finding/2', '/levels/0']);
    expect(told.map(({ zh }) => zh)).toEqual([
      '级别最短停留：应在 0 至 3660 之间。',
      '离任审计问题 (2 级)：应在 1 至 95 之间。',
      '关注：门槛须高于本级退出线，并且门槛和退出线都要高于前一级。',
    ]);
    expect(told[1]?.en).toBe('exit audit finding (class 2): It has to be between 1 and 95.');
  });
});
