import { isSeenToo } from '#persistence/migrations/0011-units';

const SCOPED = 'liuqu_console';
const WHOLE = 'liuqu_console_all';
/** The roles as which people read. */
export const READERS = `${SCOPED}, ${WHOLE}`;

/**
 * What people see of a table with a column `subject`, cadre or unit: the rows of their scope, or all, and of neither those of whom a
 * higher level manages (decisions 0011 and 0013).
 */
export function seenBySubject(schema: string, table: string): string {
  const subject = `${table}.subject`;
  return `
  ALTER TABLE ${schema}.${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY seen_in_scope ON ${schema}.${table} FOR SELECT TO ${SCOPED} USING (${isSeenToo(subject)});
  CREATE POLICY seen_as_a_whole ON ${schema}.${table} FOR SELECT TO ${WHOLE} USING (true);
  CREATE POLICY not_managed_higher ON ${schema}.${table} AS RESTRICTIVE FOR SELECT TO ${READERS}
    USING (NOT ${subject} IN (SELECT console.managed_higher()))`;
}
