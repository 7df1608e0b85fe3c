import type { User } from '../contracts';

export const USER_STATES = ['active', 'off'] as const;
export type UserState = (typeof USER_STATES)[number];

export interface UsersAsked {
  readonly state: UserState | undefined;
  /** A part of the user name or of the name. */
  readonly words: string;
}

export function findUsers(users: readonly User[], { state, words }: UsersAsked): readonly User[] {
  const wanted = words.trim().toLowerCase();
  return users.filter(({ id, name, active }) => {
    const fits = state === undefined || active === (state === 'active');
    return fits && (id.includes(wanted) || name.toLowerCase().includes(wanted));
  });
}
