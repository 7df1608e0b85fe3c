import { expect, it } from 'vitest';
import type { Permission } from '../contracts';
import { mayCall } from './may';

it('lets a role call what the table names it for, and nothing that the table does not name', () => {
  const table: Permission[] = [
    { method: 'GET', path: '/api/v1/cadres', permitted: ['handler'], sensitive: false },
    { method: 'POST', path: '/api/v1/events', permitted: 'agency', sensitive: false },
    { method: 'GET', path: '/health/live', permitted: 'anybody', sensitive: false },
  ];
  const may = (role: string, endpoint: string): boolean => mayCall(table, role, endpoint);
  expect(may('handler', 'GET /api/v1/cadres')).toBe(true);
  expect(may('system-administrator', 'GET /api/v1/cadres')).toBe(false);
  expect(may('handler', 'POST /api/v1/cadres')).toBe(false);
  expect(may('agency', 'POST /api/v1/events')).toBe(false);
  expect(may('auditor', 'GET /health/live')).toBe(true);
});
