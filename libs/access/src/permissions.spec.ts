import { PERMISSIONS, rolesFor } from '#access/permissions';

describe('the table of permissions', () => {
  it('lets nobody in where it says nothing, nor people where an agency calls', () => {
    for (const endpoint of ['GET /nowhere', 'HEAD /api/v1/cadres', 'constructor', '', 'POST /api/v1/events', 'GET /health/live']) {
      expect(rolesFor(endpoint)).toEqual([]);
    }
  });

  it('keeps the three administrations apart from each other and from cases', () => {
    expect(rolesFor('POST /api/v1/users')).toEqual(['security-administrator']);
    expect(rolesFor('POST /api/v1/agencies')).toEqual(['system-administrator']);
    expect(rolesFor('PUT /api/v1/registry/cadres')).toEqual(['system-administrator']);
    const aboutPeople = Object.keys(PERMISSIONS).filter((endpoint) => /\/(cadres|candidates|alerts|clue-checks|triage)\b/.test(endpoint));
    expect(aboutPeople.length).toBeGreaterThan(10);
    for (const endpoint of aboutPeople.filter((each) => !each.startsWith('PUT /api/v1/registry/'))) {
      for (const role of ['system-administrator', 'auditor', 'security-administrator', 'addressee', 'integrator'] as const) {
        expect([endpoint, rolesFor(endpoint)]).toEqual([endpoint, expect.not.arrayContaining([role])]);
      }
    }
  });
});
