import { defineSignal } from '#contracts/signals/define-signal';
import { day, dayAhead, oneOf, optional, whole, words } from '#contracts/signals/fields';

const inEffect = {
  effectiveFrom: day('生效日期', '2026-04-01'),
  expiry: optional(dayAhead('影响期届满日期', '2027-04-01')),
};

export const ORGANIZATION_PROCEDURE_SIGNALS = [
  defineSignal({
    code: 'org-clue-disposed',
    channel: 'organization',
    label: '线索处置结果',
    emitter: '纪委',
    fields: {
      disposition: oneOf('处置方式', ['谈话函询', '初步核实', '暂存待查', '予以了结'], '予以了结'),
      result: words('处置结果', 200, '反映问题不属实'),
    },
    severities: [0, 1, 2, 3, 4, 5],
    halfLife: 365,
    effect: 'not-scored',
    because: 'measure',
    basis: '《中国共产党纪律检查机关监督执纪工作规则》第二十一条',
  }),
  defineSignal({
    code: 'org-inquiry-no-reply',
    channel: 'organization',
    label: '函询逾期不复',
    emitter: '本系统',
    fields: { due: day('回复期限', '2026-04-20') },
    severities: [3],
    halfLife: 365,
    effect: 'not-scored',
    because: 'measure',
    basis: '函询回复时限：收到函件后十五个工作日',
  }),
  defineSignal({
    code: 'org-inquiry-untruthful',
    channel: 'organization',
    label: '函询不如实说明',
    emitter: '纪委/组织',
    fields: {
      round: whole('函询轮次', [1, 9], 1),
      contradiction: words('不符之处', 200, '说明与账目记载不符'),
    },
    severities: [4],
    halfLife: 365,
    effect: 'not-scored',
    because: 'measure',
    basis: '《中国共产党纪律处分条例》(2023) 第八十一条',
  }),
  defineSignal({
    code: 'org-party-sanction',
    channel: 'organization',
    label: '党纪处分',
    emitter: '纪委监委',
    fields: {
      sanction: oneOf('处分种类', ['警告', '严重警告', '撤销党内职务', '留党察看', '开除党籍'], '警告'),
      ...inEffect,
    },
    severities: [4, 5],
    halfLife: 365,
    effect: 'not-scored',
    because: 'measure',
    basis: '《中国共产党纪律处分条例》第十条等',
  }),
  defineSignal({
    code: 'org-administrative-sanction',
    channel: 'organization',
    label: '政务处分',
    emitter: '纪委监委',
    fields: {
      sanction: oneOf('处分种类', ['警告', '记过', '记大过', '降级', '撤职', '开除'], '记过'),
      ...inEffect,
    },
    severities: [4, 5],
    halfLife: 365,
    effect: 'not-scored',
    because: 'measure',
    basis: '《公职人员政务处分法》第八条',
  }),
  defineSignal({
    code: 'org-integrity-opinion',
    channel: 'organization',
    label: '廉政意见',
    emitter: '纪委',
    fields: {
      category: oneOf(
        '意见类别',
        ['①无线索', '②线索已了结', '③已提醒或处分期满', '④线索正在处置', '⑤建议暂缓使用', '⑥建议不使用'],
        '②线索已了结',
      ),
    },
    severities: [0, 1, 2, 3, 4, 5],
    halfLife: 365,
    effect: 'not-scored',
    because: 'measure',
    basis: '党风廉政意见回复制度',
  }),
];
