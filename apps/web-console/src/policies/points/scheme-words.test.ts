import { expect, it } from 'vitest';
import { choicesAmong, freshKey, itemLine, nameOfMember } from './scheme-words';

const WARNING = { key: 'warning', label: { zh: '党内警告', en: 'Party warning' }, points: 1_500 };

it('calls what has a label by it, and what has none by its key', () => {
  expect(nameOfMember(WARNING)).toBe('党内警告');
  expect(nameOfMember({ key: 'x', label: { zh: '' } })).toBe('x');
  expect(nameOfMember('broken')).toBe('');
  expect(choicesAmong([WARNING, {}])).toEqual([{ value: 'warning', label: '党内警告' }]);
});

it('tells an item in one line, with its points as people say them', () => {
  expect(itemLine(WARNING)).toBe('党内警告：1.5 分');
  expect(itemLine({ ...WARNING, points: undefined })).toBe('党内警告');
});

it('gives a new member a key that is free', () => {
  expect(freshKey('item', [])).toBe('item-1');
  expect(freshKey('item', [{ key: 'a' }, { key: 'item-3' }])).toBe('item-4');
});
