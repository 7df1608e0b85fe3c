import { usePermissions, useSession } from '../api/queries';
import type { Permission } from '../contracts';

/** Whether a role may call an endpoint (`GET /api/v1/cadres`) by the table; what the table does not name, nobody may. */
export function mayCall(table: readonly Permission[], role: string, endpoint: string): boolean {
  const permitted = table.find(({ method, path }) => `${method} ${path}` === endpoint)?.permitted;
  return permitted === 'anybody' || (Array.isArray(permitted) && permitted.includes(role));
}

/** The same for the person at this browser, or for another role; nothing until the table and the person are known. */
export function useMay(): (endpoint: string, role?: string) => boolean {
  const { data: person } = useSession();
  const { data: table } = usePermissions();
  return (endpoint, role = person?.role) => table !== undefined && role !== undefined && mayCall(table.items, role, endpoint);
}
