import { defineSignal } from '#contracts/signals/define-signal';
import { dayAhead, oneOf, optional, whole, words } from '#contracts/signals/fields';

export const SUPERIOR_MEASURE_SIGNALS = [
  defineSignal({
    code: 'superior-admonition',
    channel: 'superior',
    label: '诫勉',
    emitter: '组织部/纪委',
    fields: {
      ground: whole('诫勉情形', [1, 13], 9),
      expiry: dayAhead('影响期届满日期', '2026-10-27'),
    },
    severities: [4],
    halfLife: 365,
    effect: 'not-scored',
    because: 'measure',
    basis: '诫勉情形一至十三；影响期六个月',
  }),
  defineSignal({
    code: 'superior-annual-grade-low',
    channel: 'superior',
    label: '年度考核基本称职或不称职',
    emitter: '组织部',
    fields: {
      year: whole('年度', [2000, 2100], 2025),
      grade: oneOf('等次', ['基本称职', '不称职'], '基本称职'),
    },
    severities: [2, 3, 4],
    halfLife: 365,
    effect: 'scored',
    basis: '《中华人民共和国公务员法》第三十八、五十条',
  }),
  defineSignal({
    code: 'superior-accountability',
    channel: 'superior',
    label: '问责',
    emitter: '党委/纪委',
    fields: {
      form: oneOf('问责方式', ['通报', '诫勉', '组织处理', '纪律处分'], '通报'),
      cause: words('问责事由', 200, '监管职责履行不力'),
    },
    severities: [3, 4, 5],
    halfLife: 365,
    effect: 'not-scored',
    because: 'measure',
    basis: '《中国共产党问责条例》(2019)',
  }),
  defineSignal({
    code: 'superior-periodic-talk',
    channel: 'superior',
    label: '定期谈话记录',
    emitter: '上级领导',
    fields: { topics: optional(words('谈话主题', 120, '班子团结与廉洁自律')) },
    severities: [1],
    halfLife: 90,
    effect: 'not-scored',
    because: 'office-task',
    basis: '定期谈话制度',
  }),
];
