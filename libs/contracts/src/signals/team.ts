import { z } from 'zod';
import { defineSignal, PERSON_OR_UNIT } from '#contracts/signals/define-signal';
import { dayText } from '#contracts/cloud-events/day-text';

export const TEAM_SIGNALS = [
  defineSignal({
    code: 'team-collective-decision-bypassed',
    channel: 'team',
    label: '应集体决策未集体决策',
    emitter: '班子成员/督查/审计',
    about: PERSON_OR_UNIT,
    fields: {
      matterType: {
        label: '三重一大类别',
        schema: z.enum(['重大决策', '重要人事任免', '重大项目安排', '大额资金使用']),
        example: '大额资金使用',
      },
      amount: { label: '金额(元)', schema: z.int().min(0).max(1_000_000_000_000).optional(), example: 500000 },
      date: { label: '决定日期', schema: dayText, example: '2026-04-20' },
    },
    severities: [3, 4],
    halfLife: 365,
    effect: 'scored',
    basis: '集体决策制度；诫勉情形二',
  }),
  defineSignal({
    code: 'team-leader-spoke-first',
    channel: 'team',
    label: '一把手未末位表态',
    emitter: '会议记录系统',
    fields: {
      meetingId: { label: '会议编号', schema: z.string().min(1).max(40), example: 'HY-2026-12' },
      order: { label: '发言次序', schema: z.int().min(1).max(60), example: 1 },
    },
    severities: [2, 3],
    halfLife: 90,
    effect: 'scored',
    basis: '《重大行政决策程序暂行条例》第三十条',
  }),
  defineSignal({
    code: 'team-democratic-life-criticism',
    channel: 'team',
    label: '民主生活会批评意见',
    emitter: '班子秘书',
    fields: {
      meeting: { label: '会议', schema: z.string().min(1).max(80), example: '2025年度民主生活会' },
      aspect: { label: '方面', schema: z.string().min(1).max(40), example: '工作作风' },
      accepted: { label: '是否接受', schema: z.boolean().optional(), example: true },
    },
    severities: [1, 2],
    halfLife: 90,
    effect: 'not-scored',
    because: 'frankness',
    basis: '民主生活会制度',
  }),
];
