import { expect, it } from 'vitest';

const COMMENTS = /\/\*[\s\S]*?\*\/|\/\/.*$/gm;
const HAN = /\p{Script=Han}/u;

it('every word on a page comes from a catalogue, never from the page itself', () => {
  const pages = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true });
  const withHan = Object.keys(pages).filter((path) => HAN.test((pages[path] ?? '').replace(COMMENTS, '')));
  expect(Object.keys(pages).length).toBeGreaterThan(20);
  expect(withHan).toEqual([]);
});
