import type { StandardSchemaValidationPipe } from '@nestjs/common';
import { z } from 'zod';
import type { Problem } from '#platform/http/problem';
import { QUESTION_PIPE, REQUEST_PIPE } from '#platform/http/request.pipe';

const form = z.strictObject({
  id: z.guid(),
  day: z.iso.date(),
  reason: z.string().trim().min(1).max(5),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  state: z.enum(['open', 'settled']).optional(),
  unit: z
    .string()
    .regex(/^[A-Z]+$/)
    .optional(),
  text: z
    .string()
    .refine((text) => !text.includes('\0'))
    .optional(),
  'a/b': z.strictObject({ on: z.boolean() }).optional(),
  list: z.array(z.string()).min(1).max(2).optional(),
  kind: z.discriminatedUnion('of', [z.strictObject({ of: z.literal('one') }), z.strictObject({ of: z.literal('other') })]).optional(),
  either: z.union([z.string(), z.number()]).optional(),
});

const GOOD = { id: '6f1c2c3e-0000-4000-8000-000000000001', day: '2026-04-27', reason: '无' };

async function refused(value: unknown, pipe: StandardSchemaValidationPipe = REQUEST_PIPE): Promise<Problem> {
  try {
    await pipe.transform(value, { type: 'body', schema: form });
  } catch (error) {
    return error as Problem;
  }
  throw new Error('nothing was refused');
}

describe('a request', () => {
  it('that fits passes, read by its schema', async () => {
    expect(await REQUEST_PIPE.transform({ ...GOOD, limit: '7' }, { type: 'body', schema: form })).toEqual({ ...GOOD, limit: 7 });
  });

  it.each([
    [{ id: 'x' }, '/id', 'invalid-format', '此项应为编号(UUID)。'],
    [{ day: '2026-02-30' }, '/day', 'invalid-format', '此项应为真实存在的日期，格式如 2026-04-27。'],
    [{ reason: undefined }, '/reason', 'invalid-type', '此项必须填写，应为文字。'],
    [{ reason: ' ' }, '/reason', 'too-small', '此项不能为空。'],
    [{ reason: '一二三四五六' }, '/reason', 'too-big', '此项最多 5 个字。'],
    [{ limit: 'many' }, '/limit', 'invalid-type', '此项必须填写，应为数字。'],
    [{ limit: '0' }, '/limit', 'too-small', '此项不能小于 1。'],
    [{ limit: '201' }, '/limit', 'too-big', '此项不能大于 200。'],
    [{ state: 'shut' }, '/state', 'invalid-value', '此项只能填写：open、settled。'],
    [{ unit: 'u' }, '/unit', 'invalid-format', '此项格式不正确。'],
    [{ text: 'a\0' }, '/text', 'custom', '此项不符合填写规则。'],
    [{ 'a/b': { on: 1 } }, '/a~1b/on', 'invalid-type', '此项必须填写，应为 true 或 false。'],
    [{ 'a/b': { on: true, off: 1 } }, '/a~1b/off', 'field-not-known', '没有这一项，请删除或核对拼写。'],
    [{ list: [] }, '/list', 'too-small', '此项至少 1 项。'],
    [{ list: ['1', '2', '3'] }, '/list', 'too-big', '此项最多 2 项。'],
    [{ kind: { of: 'third' } }, '/kind/of', 'invalid-union', '此项只能填写：one、other。'],
    [{ either: true }, '/either', 'invalid-union', '此项不符合填写规则。'],
  ])('with %j is refused with the place and a sentence', async (wrong, pointer, code, detail) => {
    const problem = await refused({ ...GOOD, ...wrong });
    expect(problem).toMatchObject({ status: 400, code: 'request-not-understood', errors: [{ pointer, code, detail }] });
  });

  it('is told all its wrong places at once, and no sentence of the library', async () => {
    const problem = await refused({ ...GOOD, day: 'x', limit: '0', colour: 1, size: 2 });
    expect(problem.errors.map(({ pointer }) => pointer)).toEqual(['/day', '/limit', '/colour', '/size']);
    expect(problem.errors.map(({ detail }) => detail).join('')).not.toMatch(/[a-z]{4}/);
  });

  it('that is nothing is wrong as a whole', async () => {
    expect((await refused(undefined)).errors).toEqual([{ pointer: '', code: 'invalid-type', detail: '此项必须填写，应为对象 {…}。' }]);
  });

  it('that only asks is told that its question is not understood', async () => {
    expect(await refused({}, QUESTION_PIPE)).toMatchObject({ status: 400, code: 'question-not-understood', detail: '查询条件有误。' });
  });
});
