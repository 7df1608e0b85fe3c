import { expect, it } from 'vitest';
import { inPaperOrder } from './paper-order';

it('puts people on paper by unit and name, whatever the list was sorted by, and loses nobody', () => {
  const row = (unitName: string | null, name: string, p: number): { unitName: string | null; name: string; p: number } => ({ unitName, name, p });
  const listed = [row('云岭镇', '周示例', 90), row('县财政局', '陈样本', 80), row(null, '钱示例', 70), row('云岭镇', '陈示例', 10)];
  const printed = inPaperOrder(listed);
  expect(printed.map(({ name }) => name)).toEqual(['钱示例', '陈样本', '陈示例', '周示例']);
  expect(listed.map(({ p }) => p)).toEqual([90, 80, 70, 10]);
});
