import { z } from 'zod';
import { CATALOGUE } from '#contracts/signals/catalogue';
import { closedField, closedFieldsOf, closedValuesOf } from '#contracts/signals/closed-fields';
import { mayCarryPoints, MAY_CARRY, mustBeNamed, NEVER_CARRY } from '#domain/points/carrying-codes';

const CANARY = '王某某说的话不得外传';
const fieldOf = (schema: z.ZodType): ReturnType<typeof closedField> => closedField({ label: '字段', schema, example: 1 });

describe('a closed field', () => {
  it('is one of given words, a whole number within ends, yes or no, or a day', () => {
    expect(fieldOf(z.enum(['黄', '红']).optional())).toEqual({ label: '字段', optional: true, kind: 'one-of', values: ['黄', '红'] });
    expect(fieldOf(z.int().min(1).max(13))).toEqual({ label: '字段', optional: false, kind: 'whole', least: 1, most: 13 });
    expect(fieldOf(z.boolean())).toMatchObject({ kind: 'yes-no' });
    expect(fieldOf(z.iso.date())).toMatchObject({ kind: 'day' });
  });

  it('is never a text, however short, nor a number that is not whole', () => {
    for (const schema of [z.string().max(1), z.string().trim().optional(), z.number().min(0).max(1), z.null(), z.unknown()])
      expect(fieldOf(schema)).toBeUndefined();
  });
});

describe.each(CATALOGUE.map((type) => [type.code, type] as const))('the closed fields of %s', (code, type) => {
  const closed = closedFieldsOf(type.fields);

  it('are exactly those that take no sentence', () => {
    const takesWords = ([, { schema }]: [string, { schema: z.ZodType }]): boolean => schema.safeParse(CANARY).success;
    const open = Object.entries(type.fields).filter(takesWords);
    expect(new Set([...Object.keys(closed), ...open.map(([name]) => name)])).toEqual(new Set(Object.keys(type.fields)));
    expect(open.filter(([name]) => name in closed)).toEqual([]);
  });

  it('let nothing pass that a sender writes in words, nor a field that the type does not have', () => {
    const sent = { ...Object.fromEntries(Object.keys(type.fields).map((name) => [name, CANARY])), hobby: 3 };
    const passed = closedValuesOf(type.fields, Object.fromEntries(Object.entries(sent).filter(([name]) => !(name in closed))));
    expect(passed).toEqual({});
    const example = type.example['fields'] as Readonly<Record<string, unknown>>;
    expect(closedValuesOf(type.fields, example)).toEqual(Object.fromEntries(Object.keys(closed).map((name) => [name, example[name]])));
  });

  it('are asked by schemes only where an organ has decided, never of petitions and media', () => {
    expect([code, Object.hasOwn(MAY_CARRY, code)]).toEqual([code, !Object.hasOwn(NEVER_CARRY, code)]);
    const isNever = ['public', 'media'].includes(type.channel) || ['mitigating', 'status-setting'].includes(type.effect);
    expect([code, mayCarryPoints(code) && isNever]).toEqual([code, false]);
    expect([code, mustBeNamed(code) && !mayCarryPoints(code)]).toEqual([code, false]);
  });
});
