import { type AskedRequest, type Principal, Principals, type Role, ROLES } from '#access/principals';

export const DEMO_PRINCIPAL_HEADER = 'liuqu-demo-principal';

const NAMES: Readonly<Record<Role, string>> = {
  handler: '演示承办人',
  'handling-office-head': '演示承办部门负责人',
  'case-management': '演示案管人员',
  'deputy-leader': '演示分管领导',
  'organ-principal': '演示机关主要负责人',
  'party-principal': '演示党委主要负责人',
  'issuing-office': '演示办公室人员',
  addressee: '演示被函询人',
  countersigner: '演示签字背书人',
  'resident-group': '演示派驻纪检监察组人员',
  'petition-office': '演示信访部门负责人',
  archivist: '演示廉政档案管理员',
  'petition-clerk': '演示信访人员',
  integrator: '演示接入人员',
  auditor: '演示审计员',
  'system-administrator': '演示系统管理员',
  'security-administrator': '演示安全管理员',
};

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Fixed people, one per role, named by a header and believed on loopback only; only a demo believes in them. They see everything,
 * or after an `@` the tree under a unit: `handler@U-001`.
 */
export class DemoPrincipals extends Principals {
  override async of({ headers, ip }: AskedRequest): Promise<Principal | undefined> {
    if (!LOOPBACK.has(ip)) return undefined;
    const said = headers[DEMO_PRINCIPAL_HEADER];
    if (typeof said !== 'string') return undefined;
    const [named, unit = null] = said.split('@', 2);
    const role = ROLES.find((known) => known === named);
    return role ? { id: `demo-${role}`, name: NAMES[role], role, unit } : undefined;
  }
}
