import { defineSignal, PERSON_OR_UNIT } from '#contracts/signals/define-signal';
import { code, oneOf, optional, whole } from '#contracts/signals/fields';

export const ORGANIZATION_OVERSIGHT_SIGNALS = [
  defineSignal({
    code: 'org-npc-cppcc-oversight',
    channel: 'organization',
    label: '人大询问质询、代表建议逾期或政协监督',
    emitter: '人大/政协',
    about: PERSON_OR_UNIT,
    fields: {
      kind: oneOf('种类', ['询问', '专题询问', '质询', '代表建议逾期', '特定问题调查', '政协民主监督'], '代表建议逾期'),
      dueMonths: optional(whole('办理期限(月)', [3, 6], 3)),
    },
    severities: [1, 2, 3, 4],
    halfLife: 180,
    effect: 'scored',
    basis: '《代表法》第五十一条；《监督法》第四十六至六十二条',
  }),
  defineSignal({
    code: 'org-legal-supervision',
    channel: 'organization',
    label: '检察或司法建议、行政败诉、违法执法',
    emitter: '检察院/法院/司法局',
    about: PERSON_OR_UNIT,
    fields: {
      kind: oneOf('种类', ['检察建议', '司法建议', '行政败诉', '违法执法'], '行政败诉'),
      documentNumber: code('文书编号', '(2026)示例行初1号'),
      unit: code('涉及单位', '县城市管理局'),
      person: optional(code('涉及职务', '局长')),
    },
    severities: [2, 3, 4],
    halfLife: 365,
    effect: 'scored',
    basis: '法律监督制度',
  }),
  defineSignal({
    code: 'org-family-planning-breach',
    channel: 'organization',
    label: '计生部门通报(历史)',
    emitter: '卫健',
    fields: {},
    severities: [1, 2],
    halfLife: 365,
    effect: 'not-scored',
    because: 'historical',
    basis: '计生通报(仅作历史记录)',
  }),
];
