import type { Reading } from '#persistence/database';

/** As whom people read: one role that sees the tree of a scope, one that sees everything (decision 0011). */
const READERS = ['liuqu_console', 'liuqu_console_all'];
const SCOPED = 'liuqu_console';

const SYSTEM = `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`;

/** Tables and views of which a reader may read at least one column. */
const READABLE = `
  SELECT c.oid, r.rolname AS role, format('%I.%I', n.nspname, c.relname) AS name, c.relkind AS kind, c.relrowsecurity AS secured,
         coalesce('security_invoker=true' = ANY(c.reloptions), false) AS invoker,
         (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid AND r.oid = ANY(p.polroles)) AS policies,
         EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND r.oid = ANY(p.polroles)
                    AND pg_get_expr(p.polqual, p.polrelid) = 'true') AS "seesAll",
         has_table_privilege(r.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege(r.oid, c.oid, 'INSERT, UPDATE') AS writes
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN pg_roles r
   WHERE ${SYSTEM} AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND r.rolname = ANY($1)
     AND (has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE') OR has_table_privilege(r.oid, c.oid, 'DELETE, TRUNCATE'))
   ORDER BY name, role`;

const ROLES = `
  SELECT rolname AS role, rolsuper OR rolbypassrls OR rolcanlogin OR rolcreaterole OR rolcreatedb OR rolinherit AS mighty,
         EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid) AS owns,
         EXISTS (SELECT FROM pg_auth_members m WHERE m.member = r.oid) AS belongs
    FROM pg_roles r WHERE rolname = ANY($1) ORDER BY rolname`;

const VIEWS = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname = 'console' AND c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY(c.reloptions), false) ORDER BY name`;

interface Readable {
  readonly role: string;
  readonly name: string;
  readonly kind: string;
  readonly secured: boolean;
  readonly invoker: boolean;
  readonly policies: number;
  readonly seesAll: boolean;
  readonly writes: boolean;
}

interface ReaderRole {
  readonly role: string;
  readonly mighty: boolean;
  readonly owns: boolean;
  readonly belongs: boolean;
}

function faultsOf({ role, name, secured, policies, seesAll }: Readable): string[] {
  return [
    ...(secured ? [] : [`${name} has no row-level security, and ${role} reads it`]),
    ...(policies > 0 ? [] : [`${name} has no policy for ${role}`]),
    ...(role === SCOPED && seesAll ? [`${name} shows ${role} everything`] : []),
  ];
}

function faultsOfKind(readable: Readable): string[] {
  const { role, name, kind, invoker } = readable;
  if (kind === 'r' || kind === 'p') return faultsOf(readable);
  if (kind === 'v') return invoker ? [] : [`${name} is read as its owner`];
  return [`${name} knows no policies, and ${role} reads it`];
}

/** Where the database would show a reader more than its scope, one line each. */
export async function readersAudit(database: Reading): Promise<string[]> {
  const readable = await database.query<Readable>(READABLE, [READERS]);
  const roles = await database.query<ReaderRole>(ROLES, [READERS]);
  const views = await database.query<{ name: string }>(VIEWS);
  return [
    ...READERS.filter((reader) => !roles.some(({ role }) => role === reader)).map((role) => `there is no role ${role}`),
    ...roles.filter(({ mighty }) => mighty).map(({ role }) => `${role} may do more than read`),
    ...roles.filter(({ owns }) => owns).map(({ role }) => `${role} owns something`),
    ...roles.filter(({ belongs }) => belongs).map(({ role }) => `${role} has the rights of another role`),
    ...readable.filter(({ writes }) => writes).map(({ role, name }) => `${role} may write ${name}`),
    ...new Set([...readable.flatMap(faultsOfKind), ...views.map(({ name }) => `${name} is read as its owner`)]),
  ];
}
