/** The people of the demo, one a role; sign-in takes this place later. */
export const PRINCIPALS = ['handler', 'handling-office-head', 'case-management', 'petition-clerk', 'system-administrator'] as const;
export type Principal = (typeof PRINCIPALS)[number];

export const isPrincipal = (text: string | null): text is Principal => PRINCIPALS.some((known) => known === text);
