import { z } from 'zod';
import { defineSignal } from '#contracts/signals/define-signal';
import { dayText } from '#contracts/cloud-events/day-text';

export const SELF_SIGNALS = [
  defineSignal({
    code: 'self-personal-matters-late',
    channel: 'self',
    label: '个人有关事项逾期',
    emitter: '组织部',
    fields: {
      yearOrChange: { label: '年度或变更事项', schema: z.string().min(1).max(40), example: '2025' },
      due: { label: '应报日期', schema: dayText, example: '2026-01-31' },
    },
    severities: [2, 3],
    halfLife: 180,
    effect: 'scored',
    basis: '《领导干部报告个人有关事项规定》(2017) 第五、六、十三条',
  }),
  defineSignal({
    code: 'self-personal-matters-omission',
    channel: 'self',
    label: '个人有关事项漏报',
    emitter: '组织部 查核',
    fields: {
      item: { label: '事项', schema: z.string().min(1).max(80), example: '房产' },
      declared: { label: '申报情况', schema: z.string().max(200), example: '一处' },
      found: { label: '查核情况', schema: z.string().max(200), example: '两处' },
    },
    severities: [2, 3],
    halfLife: 365,
    effect: 'scored',
    basis: '《领导干部个人有关事项报告查核结果处理办法》第三条',
  }),
  defineSignal({
    code: 'self-gift-handover',
    channel: 'self',
    label: '礼金礼品上交',
    emitter: '纪委',
    fields: {
      value: { label: '价值(元)', schema: z.int().min(0).max(100_000_000), example: 2000 },
      giverClass: { label: '送礼人类别', schema: z.string().min(1).max(40), example: '管理服务对象' },
    },
    severities: [],
    halfLife: 365,
    effect: 'mitigating',
    basis: '廉政档案表7',
  }),
];
