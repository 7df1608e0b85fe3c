import { REPORTER_KINDS, type ReporterKind } from '#contracts/signals/common';
import type { SignalType } from '#contracts/signals/define-signal';

const ATTRIBUTES: Readonly<Record<string, string>> = {
  specversion: '规范版本',
  id: '事件编号',
  source: '来源',
  type: '事件类型',
  time: '事件时间',
  dataschema: '数据规范',
  datacontenttype: '数据格式',
  subject: '事件主题',
  data: '数据',
};

/** Labels of what every type of signal has; the type's own fields have theirs in the catalogue. */
const COMMON: Readonly<Record<string, string>> = {
  subject: '反映对象',
  idNumber: '公民身份号码',
  name: '姓名',
  unitCode: '单位代码',
  post: '职务',
  occurredOn: '发生日期',
  periodFrom: '起始日期',
  periodTo: '截止日期',
  reportedOn: '报告日期',
  matter: '事项编号',
  verification: '核实状态',
  reporterKind: '反映人类别',
  derivedFrom: '派生来源',
  group: '来源组',
  clue: '线索要素',
  sevenElements: '七要素齐全数',
  keyElementsPresent: '关键要素是否具备',
  collusionRisk: '串供风险',
  priorConclusion: '是否已有结论',
  correctionOf: '更正的事件编号',
  severity: '严重程度',
  mitigates: '所减轻的事件',
  factor: '减轻系数',
  fields: '专项内容',
  of: '所指事件',
  id: '事件编号',
  source: '来源',
  status: '状态',
  grade: '来源等级',
  decidedOn: '决定日期',
  reason: '理由',
  postCode: '职位代码',
  from: '任职日期',
  on: '免职日期',
};

const REPORTERS: Readonly<Record<ReporterKind, string>> = {
  'agency-finding': '机关查明',
  'agency-report': '机关报告',
  'real-name': '实名反映',
  anonymous: '匿名反映',
  media: '媒体报道',
  unknown: '来源不明',
};

/** A kind of reporter as it is sent, with its meaning for a clerk. */
export function reporterWord(kind: unknown): string {
  const known = REPORTER_KINDS.find((each) => each === kind);
  return known === undefined ? String(kind) : `${known}(${REPORTERS[known]})`;
}

const lookUp = (table: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(table, name) ? (table[name] ?? name) : name;

/** What a clerk calls the place that a path of an event leads to. */
export function labelOf(path: readonly PropertyKey[], signal: SignalType | undefined): string {
  const steps = path.filter((step) => typeof step === 'string');
  const last = steps.at(-1) ?? 'data';
  if (steps[0] !== 'data' || steps.length === 1) return lookUp(ATTRIBUTES, last);
  return (steps[1] === 'fields' && ownLabel(signal, last)) || lookUp(COMMON, last);
}

function ownLabel(signal: SignalType | undefined, name: string): string | undefined {
  const field = Object.entries(signal?.fields ?? {}).find(([own]) => own === name);
  return field?.[1].label;
}
