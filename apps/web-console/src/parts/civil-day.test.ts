import { expect, it } from 'vitest';
import { writtenDay } from './civil-day';

it('writes a day as it is written in a sentence', () => {
  expect(writtenDay('2026-04-07')).toBe('2026年4月7日');
});
