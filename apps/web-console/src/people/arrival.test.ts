import { expect, it } from 'vitest';
import { ELSEWHERE_REFUSALS } from '../../../../libs/contracts/src/console/session';
import { arrivalOf, refusalWord } from './arrival';

it('leads back to where somebody was, and never out of this console', () => {
  expect(arrivalOf({ why: 'over', from: '/candidates?state=proposed' })).toEqual({ why: 'over', from: '/candidates?state=proposed' });
  for (const state of [undefined, null, 'x', {}, { from: '//elsewhere.example' }, { from: 'https://elsewhere.example' }]) {
    expect(arrivalOf(state)).toEqual({ why: undefined, from: '/' });
  }
});

it('says why the identity provider’s word was not enough, and repeats nothing that an address says', () => {
  for (const known of ELSEWHERE_REFUSALS) expect(refusalWord(known)).toMatch(/。$/);
  for (const unknown of [null, '', 'constructor', '<b>call 123</b>']) expect(refusalWord(unknown)).toBeUndefined();
});
