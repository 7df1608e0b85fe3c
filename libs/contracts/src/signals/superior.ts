import { z } from 'zod';
import { defineSignal, PERSON_OR_UNIT } from '#contracts/signals/define-signal';

export const SUPERIOR_SIGNALS = [
  defineSignal({
    code: 'superior-inspection-finding',
    channel: 'superior',
    label: '巡视巡察反馈问题',
    emitter: '巡察办',
    about: PERSON_OR_UNIT,
    fields: {
      round: { label: '轮次', schema: z.string().min(1).max(40), example: '第三轮' },
      problem: { label: '问题', schema: z.string().min(1).max(200), example: '项目验收把关不严' },
      responsible: { label: '责任类别', schema: z.enum(['主要领导责任', '重要领导责任', '直接责任']), example: '主要领导责任' },
    },
    severities: [2, 3, 4],
    halfLife: 365,
    effect: 'scored',
    basis: '《中国共产党巡视工作条例》(2024)',
  }),
  defineSignal({
    code: 'superior-work-supervision-notice',
    channel: 'superior',
    label: '督查通报',
    emitter: '党委/政府督查室',
    about: PERSON_OR_UNIT,
    fields: {
      workMatter: { label: '督查事项', schema: z.string().min(1).max(120), example: '重点项目进度' },
      level: { label: '通报层级', schema: z.string().min(1).max(40), example: '全县' },
      colour: { label: '颜色', schema: z.enum(['蓝', '黄', '红']).optional(), example: '黄' },
    },
    severities: [1, 2, 3],
    halfLife: 180,
    effect: 'scored',
    basis: '平时工作督查制度',
  }),
  defineSignal({
    code: 'superior-reminder-talk',
    channel: 'superior',
    label: '提醒谈话',
    emitter: '上级党组织负责人',
    fields: {
      issueCode: { label: '问题类别', schema: z.string().min(1).max(40), example: '工作作风' },
      talker: { label: '谈话人职务', schema: z.string().min(1).max(40), example: '县委副书记' },
    },
    severities: [2],
    halfLife: 365,
    effect: 'not-scored',
    because: 'measure',
    basis: '《中国共产党党内监督条例》第二十一条',
  }),
];
