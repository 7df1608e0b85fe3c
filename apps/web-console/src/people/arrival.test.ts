import { expect, it } from 'vitest';
import { arrivalOf } from './arrival';

it('leads back to where somebody was, and never out of this console', () => {
  expect(arrivalOf({ why: 'over', from: '/candidates?state=proposed' })).toEqual({ why: 'over', from: '/candidates?state=proposed' });
  for (const state of [undefined, null, 'x', {}, { from: '//elsewhere.example' }, { from: 'https://elsewhere.example' }]) {
    expect(arrivalOf(state)).toEqual({ why: undefined, from: '/' });
  }
});
