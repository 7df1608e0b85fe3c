import { z } from 'zod';
import { defineSignal, PERSON_OR_UNIT } from '#contracts/signals/define-signal';

const aspect = {
  label: '反映方面',
  schema: z.enum(['政治思想', '履行职责', '工作作风', '道德品质', '廉政勤政', '组织纪律', '其他']),
  example: '廉政勤政',
};

export const PUBLIC_SIGNALS = [
  defineSignal({
    code: 'public-accusation-real-name',
    channel: 'public',
    label: '实名检举控告',
    emitter: '信访/12388/12380',
    about: PERSON_OR_UNIT,
    fields: { aspect },
    severities: [2, 3, 4, 5],
    halfLife: 180,
    reporters: ['real-name'],
    effect: 'scored',
    basis: '《信访工作条例》第三十条；《纪检监察机关处理检举控告工作规则》第二十四条',
  }),
  defineSignal({
    code: 'public-accusation-anonymous',
    channel: 'public',
    label: '匿名检举',
    emitter: '信访/12388/12380',
    about: PERSON_OR_UNIT,
    fields: { aspect },
    severities: [1, 2, 3, 4],
    halfLife: 180,
    reporters: ['anonymous'],
    effect: 'scored',
    basis: '《信访工作条例》第三十条',
  }),
  defineSignal({
    code: 'public-hotline-complaint',
    channel: 'public',
    label: '12345投诉涉干部',
    emitter: '热线',
    fields: {
      classCode: { label: '诉求分类', schema: z.string().min(1).max(40), example: '城乡建设' },
      satisfaction: { label: '满意度', schema: z.enum(['满意', '基本满意', '不满意']).optional(), example: '不满意' },
    },
    severities: [1, 2, 3],
    halfLife: 90,
    reporters: ['unknown', 'real-name'],
    effect: 'scored',
    basis: 'GB/T 33358',
  }),
];
