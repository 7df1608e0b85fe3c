import { beforeAll, expect, it, vi } from 'vitest';
import type { SignalKind } from '../contracts';

beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: () => 'en-US' });
  vi.resetModules();
  await (await import('../texts/texts')).loadTexts();
});

const SIGNAL: SignalKind = {
  code: 'self-gift-handover',
  type: 'liuqu.signal.self-gift-handover.v1',
  channel: 'self',
  label: '礼金礼品上交',
  emitter: '纪委',
  about: ['person'],
  severities: [0],
  halfLife: 90,
  effect: 'not-scored',
  basis: '廉政档案表7',
  mayCarryPoints: false,
  fields: [{ name: 'value', label: '价值(元)', required: true, example: '2000' }],
};

it('says the labels of the server in English, and keeps the ground and what is new in Chinese', async () => {
  const { catalogueInWords } = await import('./in-words');
  const known = {
    channels: [],
    levels: [{ level: 'watch', label: '关注' }],
    dispositions: [],
    categories: [],
    signals: [SIGNAL],
  };
  const { levels, signals } = catalogueInWords(known);
  expect(levels).toEqual([{ level: 'watch', label: 'Watch' }]);
  expect(signals[0]).toMatchObject({
    label: 'Gift handed in',
    emitter: 'Discipline commission',
    basis: '廉政档案表7',
    fields: [{ label: 'Value (yuan)' }],
  });
  const [fresh] = catalogueInWords({ ...known, signals: [{ ...SIGNAL, code: 'brand-new' }] }).signals;
  expect(fresh?.label).toBe('礼金礼品上交');
});

it('tells a problem in English, with the sentence of the server beside it', async () => {
  const { ApiProblem } = await import('./api-problem');
  const body = { code: 'cadre-not-found', detail: '没有这名干部。' };
  const problem = await ApiProblem.of(new Response(JSON.stringify(body), { status: 404 }));
  expect(problem).toMatchObject({ detail: 'There is no such cadre.', asSaid: '没有这名干部。' });
});

it('tells what goes with every score in English, and leaves a sentence that is new as it is', async () => {
  const { sentenceInWords } = await import('./in-words');
  expect(sentenceInWords('本分值用于安排核查先后，不是结论，不得仅凭本分值作出任何处理决定。')).toMatch(/^This score .* no conclusion/);
  expect(sentenceInWords('另一句话。')).toBeUndefined();
});

it('writes a day the English way', async () => {
  const { writtenDay } = await import('../parts/civil-day');
  expect(writtenDay('2026-11-24')).toBe('24 Nov 2026');
});
