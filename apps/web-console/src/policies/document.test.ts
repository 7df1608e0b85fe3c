import { expect, it } from 'vitest';
import { copyOf, documentOf, pointerOf, stepsOf, textOf, valueAt, withoutTables, withValue } from './document';

const POLICY = { name: '规则', levels: [{ enter: 1 }, { enter: 2 }], weights: { 'a/b': { '3': 40 } } };

it('takes a JSON object and nothing else as what a form can show', () => {
  expect(documentOf(textOf(POLICY))).toEqual(POLICY);
  for (const text of ['', '{"name":', '[]', 'null', '7']) expect(documentOf(text)).toBeUndefined();
});

it('finds a place by its pointer, names with a slash too', () => {
  expect(stepsOf('/weights/a~1b/3')).toEqual(['weights', 'a/b', '3']);
  expect(pointerOf(['weights', 'a/b', '3'])).toBe('/weights/a~1b/3');
  expect(valueAt(POLICY, ['levels', '1', 'enter'])).toBe(2);
  expect(valueAt(POLICY, ['weights', 'toString'])).toBeUndefined();
});

it('changes one place and leaves the order of all others as it was', () => {
  expect(withValue(POLICY, ['levels', '1', 'enter'], 5)).toEqual({ ...POLICY, levels: [{ enter: 1 }, { enter: 5 }] });
  const changed = withValue(POLICY, ['name'], '新规则') as typeof POLICY;
  expect(Object.keys(changed)).toEqual(['name', 'levels', 'weights']);
  expect(withValue(POLICY, ['weights', 'c', '1'], 5)).toEqual({ ...POLICY, weights: { ...POLICY.weights, c: { '1': 5 } } });
  expect(withValue(POLICY, ['weights', 'a/b', '3'], undefined)).toEqual({ ...POLICY, weights: { 'a/b': {} } });
});

it('copies the rules under another name, without the tables that the system fills in', () => {
  const full = JSON.stringify({ halfLifeTables: { '90': ['1'] }, ...POLICY });
  expect(JSON.parse(copyOf(full, (of) => `${of} 副本`))).toEqual({ ...POLICY, name: '规则 副本' });
  expect(withoutTables({ a: 1, halfLifeTables: {} })).toEqual({ a: 1 });
});
