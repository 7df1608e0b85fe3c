import { z } from 'zod';
import { defineSignal, PERSON_OR_UNIT } from '#contracts/signals/define-signal';

export const ORGANIZATION_SIGNALS = [
  defineSignal({
    code: 'org-audit-exit-finding',
    channel: 'organization',
    label: '离任审计问题',
    emitter: '审计',
    fields: {
      problem: { label: '问题', schema: z.string().min(1).max(200), example: '违规发放津贴补贴' },
      amount: { label: '金额(元)', schema: z.int().min(0).max(1_000_000_000_000).optional(), example: 120000 },
      responsibility: { label: '责任', schema: z.enum(['直接责任', '领导责任']), example: '领导责任' },
    },
    severities: [2, 3, 4, 5],
    halfLife: 365,
    effect: 'scored',
    basis: '离任经济责任审计制度',
  }),
  defineSignal({
    code: 'org-fiscal-discipline-breach',
    channel: 'organization',
    label: '财经纪律问题',
    emitter: '财政',
    about: PERSON_OR_UNIT,
    fields: {
      problemCode: { label: '问题代码', schema: z.string().min(1).max(40), example: 'CJ-07' },
      amount: { label: '金额(元)', schema: z.int().min(0).max(1_000_000_000_000), example: 80000 },
    },
    severities: [2, 3, 4],
    halfLife: 365,
    effect: 'scored',
    basis: '财经纪律检查',
  }),
  defineSignal({
    code: 'org-clue-registered',
    channel: 'organization',
    label: '问题线索登记',
    emitter: '纪委案管',
    fields: {
      clueSource: { label: '线索来源', schema: z.string().min(1).max(40), example: '信访' },
      clueNumber: { label: '线索编号', schema: z.string().min(1).max(40), example: 'XS-2026-18' },
    },
    severities: [2, 3, 4, 5],
    halfLife: 365,
    effect: 'not-scored',
    because: 'measure',
    basis: '《中国共产党纪律检查机关监督执纪工作规则》第二十一条',
  }),
];
