/** People of the demo, one a role that has something to do in this console, by what they do (domain: inquiry 1.3, 1.4). */
export const PRINCIPAL_GROUPS = [
  { group: 'handle', principals: ['handler', 'case-management', 'petition-clerk'] },
  { group: 'decide', principals: ['handling-office-head', 'deputy-leader', 'organ-principal', 'party-principal'] },
  { group: 'keep', principals: ['system-administrator', 'security-administrator', 'auditor', 'integrator'] },
] as const;
export type Principal = (typeof PRINCIPAL_GROUPS)[number]['principals'][number];

const PRINCIPALS: readonly Principal[] = PRINCIPAL_GROUPS.flatMap<Principal>(({ principals }) => principals);

export const isPrincipal = (text: string | null): text is Principal => PRINCIPALS.some((known) => known === text);

const OF_DEMO = 'demo-';

/** Ids of people who sign in never begin so. */
export const ofDemo = (id: string): boolean => id.startsWith(OF_DEMO);

/** The role of one of the demo's people. */
export const roleInDemo = (id: string): string => id.slice(OF_DEMO.length);
