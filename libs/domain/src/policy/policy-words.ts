/** One thing in both languages of the product. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

const words = (zh: string, en: string): Words => ({ zh, en });

/** What the fields of an odds policy are called (glossary: the reading). */
export const POLICY_WORDS = {
  fields: {
    '': words('整份规则', 'the policy'),
    name: words('规则名称', 'name'),
    landmark: words('起算日', 'landmark'),
    grades: words('来源等级', 'grade'),
    statuses: words('核实状态', 'status'),
    channels: words('渠道拐点', 'channel knees'),
    publicMediaCap: words('群众与舆论合计上限', 'public and media together'),
    levels: words('级别', 'levels'),
    floors: words('底线级别', 'floor'),
    dwellDays: words('级别最短停留', 'dwell'),
    gate: words('函询条件', 'gate'),
    exposure: words('岗位风险', 'exposure'),
    halfLifeTables: words('半衰期表', 'half-life table'),
    authorities: words('决定机关', 'authorities'),
    weights: words('赋分', 'weights'),
    notScored: words('不计分理由', 'not scored because'),
    gradesByReporter: words('反映人等级', 'grade by reporter'),
    anonymousAtMost: words('匿名反映最高等级', 'anonymous at most'),
  },
  channels: {
    self: words('自我监督', 'self'),
    team: words('班子内部监督', 'team'),
    superior: words('上级监督', 'superior'),
    organization: words('组织监督', 'organization'),
    public: words('群众监督', 'public'),
    media: words('舆论监督', 'media'),
  },
  knees: { matter: words('单个事项拐点', 'matter knee'), channel: words('渠道拐点', 'channel knee') },
  levels: {
    watch: words('关注', 'watch'),
    remind: words('提醒', 'remind'),
    inquiry: words('函询', 'inquiry'),
    priority: words('重点', 'priority'),
  },
  levelFields: { enter: words('门槛', 'threshold'), exit: words('退出线', 'exit'), name: words('名称', 'name') },
  floorFields: { level: words('至少', 'at least'), months: words('影响期月数', 'months in force') },
  gateFields: { severity: words('赋分下限', 'least score'), groupFloor: words('每个独立来源下限', 'least odds of a group') },
  exposureFields: { factors: words('岗位风险', 'exposure'), cap: words('岗位风险上限', 'exposure at most') },
  factors: {
    advisory: words('非领导职务或已退休', 'advisory or retired'),
    general: words('一般岗位', 'general'),
    money: words('管钱', 'money'),
    personnel: words('管人', 'personnel'),
    approval: words('审批', 'approval'),
    'law-enforcement': words('执法', 'law enforcement'),
    principal: words('一把手', 'principal'),
  },
  grades: {
    A: words('A 级', 'A'),
    B: words('B 级', 'B'),
    C: words('C 级', 'C'),
    D: words('D 级', 'D'),
    E: words('E 级', 'E'),
    F: words('F 级(不明)', 'F (unknown)'),
  },
  statuses: {
    unverified: words('未核实', 'unverified'),
    plausible: words('基本可信', 'plausible'),
    verified: words('已核实', 'verified'),
    refuted: words('不属实', 'refuted'),
    withdrawn: words('已撤回', 'withdrawn'),
    malicious: words('认定诬告', 'malicious'),
  },
  reporters: {
    'agency-finding': words('机关查实', 'agency finding'),
    'agency-report': words('机关通报', 'agency report'),
    'real-name': words('实名反映', 'real name'),
    anonymous: words('匿名反映', 'anonymous'),
    media: words('媒体', 'media'),
    unknown: words('不明', 'unknown'),
  },
  authorities: {
    unit: words('本单位', 'unit'),
    county: words('县级', 'county'),
    city: words('设区的市级', 'city'),
    province: words('省级', 'province'),
    centre: words('中央', 'centre'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Words>>>>;
