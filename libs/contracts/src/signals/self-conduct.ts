import { defineSignal } from '#contracts/signals/define-signal';
import { code, oneOf, optional, whole, words, yesOrNo } from '#contracts/signals/fields';

export const SELF_CONDUCT_SIGNALS = [
  defineSignal({
    code: 'self-study-absence',
    channel: 'self',
    label: '中心组学习缺席',
    emitter: '宣传部',
    fields: {
      session: words('学习期次', 80, '2026年第一季度'),
      required: whole('应到次数', [1, 100], 3),
      attended: whole('实到次数', [0, 100], 1),
    },
    severities: [1],
    halfLife: 180,
    effect: 'scored',
    basis: '中心组学习制度',
  }),
  defineSignal({
    code: 'self-law-test-failed',
    channel: 'self',
    label: '党政纪条规测试不合格',
    emitter: '组织部/纪委',
    fields: {
      test: words('测试', 80, '2026年党政纪条规测试'),
      score: whole('得分', [0, 1000], 52),
      pass: whole('合格线', [1, 1000], 60),
    },
    severities: [1, 2],
    halfLife: 180,
    effect: 'scored',
    basis: '党政纪条规测试制度',
  }),
  defineSignal({
    code: 'self-warning-education-missed',
    channel: 'self',
    label: '警示教育未参加',
    emitter: '纪委',
    fields: { activity: words('活动', 120, '庭审旁听') },
    severities: [1],
    halfLife: 180,
    effect: 'scored',
    basis: '警示教育制度',
  }),
  defineSignal({
    code: 'self-voluntary-disclosure',
    channel: 'self',
    label: '主动说明问题',
    emitter: '纪委/组织',
    fields: {
      topic: code('说明方面', '财务报销'),
      beforeInquiry: optional(yesOrNo('是否在组织了解之前', true)),
    },
    severities: [],
    halfLife: 365,
    effect: 'mitigating',
    basis: '《中国共产党纪律处分条例》第十七条',
  }),
  defineSignal({
    code: 'self-recusal-undeclared',
    channel: 'self',
    label: '应回避未申报',
    emitter: '组织部',
    fields: {
      relation: oneOf('关系', ['夫妻', '直系血亲', '三代以内旁系血亲', '近姻亲', '其他'], '近姻亲'),
      ownMatter: words('应回避事项', 120, '项目招标评审'),
    },
    severities: [2, 3, 4],
    halfLife: 365,
    effect: 'scored',
    basis: '《中华人民共和国公务员法》第七十四至七十七条',
  }),
];
