import { rolesFor } from '#access/permissions';

describe('the table of permissions', () => {
  it('lets nobody in where it says nothing, nor people where an agency calls', () => {
    for (const endpoint of ['GET /nowhere', 'HEAD /api/v1/cadres', 'constructor', '', 'POST /api/v1/events', 'GET /health/live']) {
      expect(rolesFor(endpoint)).toEqual([]);
    }
  });

  it('keeps the three administrations apart from each other and from cases', () => {
    expect(rolesFor('POST /api/v1/users')).toEqual(['security-administrator']);
    expect(rolesFor('POST /api/v1/agencies')).toEqual(['system-administrator']);
    for (const role of ['auditor', 'security-administrator', 'addressee', 'integrator'] as const) {
      expect(rolesFor('GET /api/v1/cadres')).not.toContain(role);
    }
  });
});
