import { isSensitive, type Permitted } from '#access/permissions';
import { type Role, ROLES } from '#access/principals';

export type Matrix = Readonly<Record<string, Permitted>>;

/** What differs between the routes that are there and those that the table names, one line each. */
export function unlistedRoutes(routes: readonly string[], matrix: Matrix): string[] {
  return [
    ...routes.filter((route) => !Object.hasOwn(matrix, route)).map((route) => `${route} is not in the table`),
    ...Object.keys(matrix)
      .filter((route) => !routes.includes(route))
      .map((route) => `${route} is in the table and nowhere else`),
  ];
}

/** Asks an endpoint as a person in a role, or as nobody; answers the status. */
export type Ask = (endpoint: string, role: Role | undefined) => Promise<number>;

const letsIn = (status: number): boolean => status !== 401 && status !== 403;

function mayBe(permitted: Permitted, role: Role | undefined): boolean {
  if (permitted === 'anybody') return true;
  return permitted !== 'agency' && role !== undefined && permitted.includes(role);
}

/** Who gets in where the table says no, and who does not where it says yes, one line each. */
export async function disagreements(matrix: Matrix, ask: Ask): Promise<string[]> {
  const found: string[] = [];
  for (const [endpoint, permitted] of Object.entries(matrix)) {
    const asked = await Promise.all([undefined, ...ROLES].map(async (role) => ({ role, status: await ask(endpoint, role) })));
    const wrong = asked.filter(({ role, status }) => letsIn(status) !== mayBe(permitted, role));
    found.push(...wrong.map(({ role = 'nobody', status }) => `${endpoint} answers ${status} to ${role}`));
  }
  return found;
}

/** The reads of one thing that people may make; no list asks about one person but that of the tasks, which tells ids and days alone, and a row of the inbox tells of one signal what the inbox tells of all. */
export const sensitiveReads = (matrix: Matrix): string[] => Object.keys(matrix).filter(isSensitive);

/** Asks as somebody whom the table lets in, and says nothing of why; answers the code of the problem, if it is one. */
export type AskWithoutPurpose = (endpoint: string) => Promise<string | undefined>;

/** Which of these endpoints answer, or refuse for another reason, where they have to ask what the read is for. */
export async function unaskedPurposes(endpoints: readonly string[], ask: AskWithoutPurpose): Promise<string[]> {
  const found: string[] = [];
  for (const endpoint of endpoints) {
    const code = await ask(endpoint);
    if (code !== 'purpose-missing') found.push(`${endpoint} does not ask for a purpose: ${code ?? 'answered'}`);
  }
  return found;
}
