import { cadresQuestion } from '#contracts/console/cadres';
import { candidatesQuestion } from '#contracts/console/candidates';

const wrong = (schema: typeof cadresQuestion | typeof candidatesQuestion, question: unknown): unknown =>
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
});
