import { defineSignal, PERSON_OR_UNIT } from '#contracts/signals/define-signal';
import { code, day, oneOf, optional, words } from '#contracts/signals/fields';

export const SUPERIOR_INSPECTION_SIGNALS = [
  defineSignal({
    code: 'superior-inspection-rectification-overdue',
    channel: 'superior',
    label: '巡视整改逾期',
    emitter: '巡察办',
    about: PERSON_OR_UNIT,
    fields: {
      stage: oneOf('逾期环节', ['整改方案(一个月内)', '整改进展(六个月内)'], '整改进展(六个月内)'),
      due: day('应报日期', '2026-03-01'),
    },
    severities: [3, 4],
    halfLife: 365,
    effect: 'scored',
    basis: '《中国共产党巡视工作条例》(2024) 第三十二、三十三条',
  }),
  defineSignal({
    code: 'superior-clue-transferred',
    channel: 'superior',
    label: '巡察移交线索',
    emitter: '巡察组',
    fields: { clueNumber: code('线索编号', 'XC-2026-07') },
    severities: [3, 4, 5],
    halfLife: 365,
    effect: 'scored',
    basis: '《中国共产党巡视工作条例》(2024) 第二十八条',
  }),
  defineSignal({
    code: 'superior-criticism-circular',
    channel: 'superior',
    label: '上级通报批评',
    emitter: '上级机关',
    about: PERSON_OR_UNIT,
    fields: {
      documentNumber: code('文号', '示例发〔2026〕7号'),
      cause: optional(words('通报事由', 200, '安全生产责任落实不到位')),
    },
    severities: [2, 3],
    halfLife: 365,
    effect: 'scored',
    basis: '上级机关通报制度',
  }),
  defineSignal({
    code: 'superior-duty-visit-finding',
    channel: 'superior',
    label: '县级领导带队考核发现问题',
    emitter: '考核组',
    about: PERSON_OR_UNIT,
    fields: { aspect: words('方面', 80, '党风廉政建设责任制落实') },
    severities: [1, 2, 3],
    halfLife: 365,
    effect: 'scored',
    basis: '县级领导带队考核制度',
  }),
];
