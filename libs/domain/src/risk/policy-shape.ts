import { described, dictionary, fields, integer, type JsonSchema, listOf, oneOf, type Shape, table, text } from '#domain/risk/json-shape';
import { CHANNELS, GRADES, HALF_LIVES, LEVEL_NAMES, POST_FACTORS, SEVERITY_CLASSES, STATUSES } from '#domain/risk/policy';

const percent = integer(0, 100);
/** A hundred to one; far above any knee that makes sense, far below what could leave the safe integers. */
const odds = integer(0, 100_000_000);
const score = integer(1, 95);
const milliPoints = integer(0, 100_000);
const exposure = integer(1, 1_000);

/** The longest effect that a sanction has is five years (domain: safeguards 9). */
const months = integer(1, 60);

const byClass = fields({}, Object.fromEntries(SEVERITY_CLASSES.map((severity) => [severity, score])));

const inDocument = {
  name: described('规则名称 · name', text()),
  landmark: described('起算日 · the day from which decay is counted', oneOf(['2000-01-01'])),
  grades: described('来源等级，百分比 · source grades in percent', table(GRADES, percent)),
  statuses: described('核实状态，百分比 · verification statuses in percent', table(STATUSES, percent)),
  channels: described('各渠道拐点，微几率 · knees of each channel in micro-odds', table(CHANNELS, fields({ matter: odds, channel: odds }))),
  publicMediaCap: described('群众与舆论合计上限，微几率 · public and media together at most, in micro-odds', odds),
  levels: described(
    '关注、提醒、函询、重点，千分之一分 · levels in milli-points',
    listOf(fields({ name: oneOf(LEVEL_NAMES), enter: milliPoints, exit: milliPoints })),
  ),
  dwellDays: described('级别最短停留天数 · days before time alone may lower a level', integer(0, 3_660)),
  gate: described('函询条件 · the gate besides the level', fields({ severity: score, groupFloor: odds })),
  exposure: described(
    '岗位风险暴露，百分比 · exposure of posts in percent',
    fields({ factors: table(POST_FACTORS, exposure), cap: exposure }),
  ),
  authorities: described('决定机关，由低到高 · authorities from the lowest to the highest', listOf(text())),
  weights: described('各类信号按严重程度的赋分 1–95 · scores by signal type and severity class', dictionary(byClass)),
  notScored: described('不计分的信号及理由 · types that never enter E, with the reason', dictionary(text())),
  gradesByReporter: described('各类反映人的来源等级 · grade by kind of reporter', dictionary(oneOf(GRADES))),
  anonymousAtMost: described('匿名反映核实前的最高等级 · best grade of an anonymous report until it is plausible', oneOf(GRADES)),
} as const;

const floors = described(
  '级别下限：措施影响期内至少显示的级别；未写明届满日期的按月数 · the least level shown while a measure is in force; months where no last day is told',
  dictionary(fields({ level: oneOf(LEVEL_NAMES.slice(1)), months: dictionary(months) })),
);

const halfLifeTables = described(
  '半衰期表，可不填，由系统补齐 · growth tables, filled in when left out: entry k is 2^40 · 2^(k/h) to the nearest integer',
  table(HALF_LIVES, listOf(text())),
);

/** A policy as it is stored and hashed: nothing is left out. */
export const POLICY_SHAPE: Shape = fields({ ...inDocument, halfLifeTables }, { floors });

/** A policy as an author writes it. */
export const DRAFT_SHAPE: Shape = fields(inDocument, { halfLifeTables, floors });

/** The published form (JSON Schema 2020-12) of what `DRAFT_SHAPE` takes; what compares fields with one another is told by the check alone. */
export const ODDS_POLICY_SCHEMA: JsonSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Liuqu odds policy · 六渠证据分规则',
  ...DRAFT_SHAPE.schema,
};
