import { expect, it } from 'vitest';
import { placeInText } from './place-in-text';

const TEXT = JSON.stringify({ name: 'a "levels" {', levels: [{ enter: 1 }, { enter: 2, exit: [3, 4] }], weights: { 'a/b': { '3': 40 } } }, null, 2);
const found = (pointer: string): string => {
  const { from, to } = placeInText(TEXT, pointer);
  return TEXT.slice(from, to);
};

it('finds the key of a member and the value of an entry, whatever texts hold', () => {
  expect(found('/levels')).toBe('"levels"');
  expect(found('/levels/1/exit')).toBe('"exit"');
  expect(JSON.parse(found('/levels/0'))).toEqual({ enter: 1 });
  expect(found('/levels/1/exit/1')).toBe('4');
  expect(found('/weights/a~1b/3')).toBe('"3"');
});

it('stops at the nearest place that is there', () => {
  expect(found('/weights/a~1b/5')).toBe('"a/b"');
  expect(found('/nothing/at/all')).toBe('');
  expect(placeInText('no json', '/a/b')).toEqual({ from: 0, to: 0 });
  expect(placeInText('{"a": ', '/a/b')).toEqual({ from: 1, to: 4 });
});
