import { defineSignal, PERSON_OR_UNIT } from '#contracts/signals/define-signal';
import { code, day, dayAhead, oneOf, optional, whole, words, yuan } from '#contracts/signals/fields';

export const ORGANIZATION_AUDIT_SIGNALS = [
  defineSignal({
    code: 'org-audit-in-office-finding',
    channel: 'organization',
    label: '任中审计问题',
    emitter: '审计',
    fields: {
      problemCode: code('问题类别', '收入未入账'),
      problem: optional(words('问题', 200, '收入未纳入账内核算')),
      amount: optional(yuan('金额(元)', 60000)),
      responsibility: oneOf('责任', ['直接责任', '领导责任'], '领导责任'),
      rectificationDue: optional(dayAhead('整改期限', '2026-07-31')),
      transferredTo: optional(code('移送单位', '纪委')),
    },
    severities: [2, 3, 4, 5],
    halfLife: 365,
    effect: 'scored',
    basis: '任中经济责任审计制度',
  }),
  defineSignal({
    code: 'org-audit-rectification-overdue',
    channel: 'organization',
    label: '审计整改逾期或虚假',
    emitter: '审计',
    about: PERSON_OR_UNIT,
    fields: {
      due: day('整改期限', '2026-03-31'),
      rectification: oneOf('整改情况', ['未整改', '部分整改', '虚假整改'], '部分整改'),
    },
    severities: [3, 4],
    halfLife: 365,
    effect: 'scored',
    basis: '《中华人民共和国审计法》第五十二条',
  }),
  defineSignal({
    code: 'org-audit-due',
    channel: 'organization',
    label: '任职满五年应审未审',
    emitter: '规则引擎',
    fields: { tenureMonths: whole('任职月数', [60, 600], 64) },
    severities: [1, 2],
    halfLife: 365,
    effect: 'not-scored',
    because: 'office-task',
    basis: '任职五年以上审计制度',
  }),
];
