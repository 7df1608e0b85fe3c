import type { z } from 'zod';
import { cadresQuestion } from '#contracts/console/cadres';
import { candidatesQuestion } from '#contracts/console/candidates';
import { newView, VIEW_FILTERS } from '#contracts/console/views';

const wrong = (schema: z.ZodType, question: unknown): unknown =>
  schema.safeParse(question).error?.issues.map(({ path, code }) => [path.join('/'), code]);

describe('what a list is asked for', () => {
  it('is any of its filters together, with the size of a page that is not said', () => {
    const filters = { unit: 'T1', category: '一把手', channel: 'public' };
    expect(cadresQuestion.parse({ ...filters, level: 'watch' })).toEqual({ ...filters, level: 'watch', limit: 50 });
    expect(candidatesQuestion.parse({ ...filters, level: 'priority', state: 'proposed' })).toMatchObject({ level: 'priority', limit: 50 });
  });

  it.each([
    ['category', '重点人'],
    ['channel', 'gossip'],
    ['level', 'grave'],
  ])('has no %s that is not known', (name, value) => {
    for (const schema of [cadresQuestion, candidatesQuestion]) expect(wrong(schema, { [name]: value })).toEqual([[name, 'invalid_value']]);
  });

  it('is no level of candidates below the one from which there are any', () => {
    expect(wrong(candidatesQuestion, { level: 'remind' })).toEqual([['level', 'invalid_value']]);
  });

  it('is kept as a view without a place or a size', () => {
    const kept = (page: 'cadres' | 'candidates'): string[] => Object.keys(VIEW_FILTERS[page].shape);
    const asked = { cadres: Object.keys(cadresQuestion.shape), candidates: Object.keys(candidatesQuestion.shape) };
    expect(asked.cadres.filter((name) => !kept('cadres').includes(name))).toEqual(['cursor', 'limit']);
    expect(asked.candidates.filter((name) => !kept('candidates').includes(name))).toEqual(['cursor', 'limit']);
    expect(wrong(newView, { page: 'cadres', name: '视图', filters: { cadre: 'cadre:1' } })).toEqual([['filters', 'unrecognized_keys']]);
    expect(newView.parse({ page: 'cadres', name: ' 视图 ', filters: {} })).toMatchObject({ name: '视图' });
  });
});
