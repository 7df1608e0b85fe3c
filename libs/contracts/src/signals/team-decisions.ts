import { defineSignal } from '#contracts/signals/define-signal';
import { code, day, oneOf, optional, whole, words, yesOrNo } from '#contracts/signals/fields';

export const TEAM_DECISION_SIGNALS = [
  defineSignal({
    code: 'team-dissent-overridden',
    channel: 'team',
    label: '与多数意见不一致未说明',
    emitter: '会议记录系统',
    fields: {
      decidedMatter: words('议题', 120, '乡镇道路改造方案'),
      votesFor: optional(whole('赞成人数', [0, 60], 3)),
      votesAgainst: optional(whole('反对人数', [0, 60], 5)),
      explained: yesOrNo('是否说明理由', false),
    },
    severities: [2, 3, 4],
    halfLife: 365,
    effect: 'scored',
    basis: '《重大行政决策程序暂行条例》第三十条',
  }),
  defineSignal({
    code: 'team-finance-direct-control',
    channel: 'team',
    label: '一把手直接分管财务等工作',
    emitter: '组织部/财政',
    fields: {
      domain: oneOf('直接分管事项', ['财务', '人事', '工程项目建设', '行政审批', '物资采购'], '财务'),
      since: day('起始日期', '2026-01-10'),
    },
    severities: [2, 3],
    halfLife: 365,
    effect: 'scored',
    basis: '副职分管财务制度;五个不直接分管制度',
  }),
  defineSignal({
    code: 'team-ballot-irregular',
    channel: 'team',
    label: '常委票决不规范',
    emitter: '组织部',
    fields: {
      present: whole('实到人数', [0, 60], 6),
      due: whole('应到人数', [1, 60], 11),
      method: oneOf('表决方式', ['口头', '举手', '记名投票', '无记名投票'], '举手'),
    },
    severities: [3, 4],
    halfLife: 365,
    effect: 'scored',
    basis: '常委票决制',
  }),
  defineSignal({
    code: 'team-nomination-personal',
    channel: 'team',
    label: '个人代替组织推荐',
    emitter: '班子成员',
    fields: {
      candidateToken: code('人选代号', 'RX-2026-03'),
      act: words('行为', 120, '会前指定人选'),
    },
    severities: [3, 4],
    halfLife: 365,
    effect: 'scored',
    basis: '重要人事推荐制度',
  }),
  defineSignal({
    code: 'team-rules-of-procedure-missing',
    channel: 'team',
    label: '议事规则缺失',
    emitter: '组织部',
    fields: {
      rule: words('规则', 120, '乡镇党委会议事决策规则'),
      lastRevised: optional(day('最近修订日期', '2019-05-06')),
    },
    severities: [1, 2],
    halfLife: 365,
    effect: 'scored',
    basis: '《乡镇党委会议事决策规则》',
  }),
];
