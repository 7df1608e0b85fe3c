import { type Principal, Principals, type RequestHeaders, type Role, ROLES } from '#access/principals';

export const DEMO_PRINCIPAL_HEADER = 'liuqu-demo-principal';

const NAMES: Readonly<Record<Role, string>> = {
  handler: '演示承办人',
  'handling-office-head': '演示承办部门负责人',
  'case-management': '演示案管人员',
  'petition-clerk': '演示信访人员',
  'system-administrator': '演示系统管理员',
};

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Fixed people, one per role, named by a header and believed on loopback only; sign-in takes this place. */
export class DemoPrincipals extends Principals {
  override async of(headers: RequestHeaders, remoteAddress: string): Promise<Principal | undefined> {
    if (!LOOPBACK.has(remoteAddress)) return undefined;
    const named = headers[DEMO_PRINCIPAL_HEADER];
    const role = ROLES.find((known) => known === named);
    return role ? { id: `demo-${role}`, name: NAMES[role], role } : undefined;
  }
}
