import { z } from 'zod';
import { defineSignal, PERSON_OR_UNIT } from '#contracts/signals/define-signal';

export const MEDIA_SIGNALS = [
  defineSignal({
    code: 'media-negative-report',
    channel: 'media',
    label: '新闻媒体负面曝光',
    emitter: '宣传部/网信办',
    about: PERSON_OR_UNIT,
    fields: {
      outlet: { label: '媒体', schema: z.string().min(1).max(80), example: '示例日报' },
      headlineAspect: { label: '报道方面', schema: z.string().min(1).max(80), example: '征地补偿' },
    },
    severities: [2, 3, 4],
    halfLife: 180,
    reporters: ['media'],
    effect: 'scored',
    basis: '媒体监督制度',
  }),
  defineSignal({
    code: 'media-unverified-post',
    channel: 'media',
    label: '自媒体未核实爆料',
    emitter: '网信办',
    about: PERSON_OR_UNIT,
    fields: {
      platform: { label: '平台', schema: z.string().min(1).max(40), example: '短视频平台' },
      copies: { label: '转发数', schema: z.int().min(0).max(1_000_000_000).optional(), example: 12 },
    },
    severities: [1, 2],
    halfLife: 180,
    reporters: ['unknown'],
    effect: 'scored',
    basis: '信息核实规则',
  }),
];
