import { expect, it } from 'vitest';
import type { User } from '../contracts';
import { findUsers } from './find-users';

const rest = { role: 'handler', unit: null, addedAt: '', lastSignInAt: null, codeTaken: false, linked: false };
const USERS: readonly User[] = [
  { ...rest, id: 'he.shili', name: '示例何', active: true },
  { ...rest, id: 'lin.shili', name: '示例林', active: false },
];
const found = (...asked: Parameters<typeof findUsers>): string[] => findUsers(...asked).map(({ id }) => id);

it('finds users by state, and by a part of user name or name', () => {
  expect(found(USERS, { state: undefined, words: '' })).toEqual(['he.shili', 'lin.shili']);
  expect(found(USERS, { state: 'off', words: '' })).toEqual(['lin.shili']);
  expect(found(USERS, { state: undefined, words: ' HE. ' })).toEqual(['he.shili']);
  expect(found(USERS, { state: undefined, words: '林' })).toEqual(['lin.shili']);
  expect(found(USERS, { state: 'active', words: '林' })).toEqual([]);
});
