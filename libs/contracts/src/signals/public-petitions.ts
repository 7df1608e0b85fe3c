import { defineSignal } from '#contracts/signals/define-signal';
import { code, oneOf, optional, whole, words, yesOrNo } from '#contracts/signals/fields';

/** Found or told by an organ about its own work or another's, though it concerns the public. */
const BY_ORGANS = ['agency-finding', 'agency-report'] as const;

export const PUBLIC_PETITION_SIGNALS = [
  defineSignal({
    code: 'public-petition-repeat',
    channel: 'public',
    label: '重复信访',
    emitter: '信访',
    fields: {
      times: whole('次数', [2, 10_000], 3),
      concluded: optional(yesOrNo('是否已有结论', false)),
    },
    severities: [1, 2],
    halfLife: 180,
    reporters: ['unknown', 'real-name', 'anonymous'],
    effect: 'scored',
    basis: '《信访工作条例》第十九条第三款',
  }),
  defineSignal({
    code: 'public-group-visit',
    channel: 'public',
    label: '集体访',
    emitter: '信访',
    fields: {
      persons: whole('人数', [2, 100_000], 18),
      cause: words('诉求', 120, '征地补偿'),
      unitFault: optional(yesOrNo('单位是否有过错', true)),
    },
    severities: [2, 3, 4],
    halfLife: 180,
    reporters: ['unknown', 'real-name', 'agency-report'],
    effect: 'scored',
    basis: '《信访工作条例》第二十条、第四十六条第三项',
  }),
  defineSignal({
    code: 'public-petition-duty-failure',
    channel: 'public',
    label: '信访办理推诿逾期',
    emitter: '信访督办',
    fields: {
      article: code('条款', '《信访工作条例》第三十四条'),
      daysLate: whole('逾期天数', [0, 10_000], 12),
    },
    severities: [2, 3, 4],
    halfLife: 180,
    reporters: BY_ORGANS,
    effect: 'scored',
    basis: '《信访工作条例》第四十、四十五条',
  }),
  defineSignal({
    code: 'public-petition-leak',
    channel: 'public',
    label: '泄露检举材料',
    emitter: '纪委',
    fields: { act: words('行为', 120, '将检举材料转给被检举单位') },
    severities: [4, 5],
    halfLife: 365,
    reporters: BY_ORGANS,
    effect: 'scored',
    basis: '《信访工作条例》第三十条、第四十六条第五项',
  }),
  defineSignal({
    code: 'public-retaliation',
    channel: 'public',
    label: '打击报复',
    emitter: '纪委',
    fields: { act: words('行为', 120, '借故调离岗位') },
    severities: [4, 5],
    halfLife: 365,
    reporters: BY_ORGANS,
    effect: 'scored',
    basis: '《信访工作条例》第三十条、第四十六条第六项',
  }),
  defineSignal({
    code: 'public-three-proposals',
    channel: 'public',
    label: '信访三项建议',
    emitter: '信访',
    fields: {
      kind: oneOf('建议种类', ['改进工作', '完善政策', '追究责任'], '改进工作'),
      answered: yesOrNo('是否书面反馈', false),
    },
    severities: [2, 3],
    halfLife: 180,
    reporters: BY_ORGANS,
    effect: 'scored',
    basis: '《信访工作条例》第四十条',
  }),
];
