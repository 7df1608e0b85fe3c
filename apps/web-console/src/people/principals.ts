/** People of the demo, one a role. */
export const PRINCIPALS = ['handler', 'handling-office-head', 'case-management', 'petition-clerk', 'system-administrator'] as const;
export type Principal = (typeof PRINCIPALS)[number];

export const isPrincipal = (text: string | null): text is Principal => PRINCIPALS.some((known) => known === text);

/** Ids of people who sign in never begin so. */
export const ofDemo = (id: string): boolean => id.startsWith('demo-');
