import { defineSignal, PERSON_OR_UNIT, UNIT_ONLY } from '#contracts/signals/define-signal';
import { code, day, oneOf, optional, percent, words } from '#contracts/signals/fields';

export const TEAM_MEETING_SIGNALS = [
  defineSignal({
    code: 'team-democratic-life-defect',
    channel: 'team',
    label: '民主生活会程序缺陷',
    emitter: '上级组织部/纪委',
    about: UNIT_ONLY,
    fields: {
      missingStep: oneOf(
        '缺失环节',
        ['征求意见', '确定主题', '撰写发言提纲', '谈心交流', '批评与自我批评', '提前十日报告方案', '到会人数'],
        '谈心交流',
      ),
      attendance: optional(percent('到会比例(%)', 60)),
    },
    severities: [1, 2, 3],
    halfLife: 365,
    effect: 'scored',
    basis: '民主生活会制度：到会三分之二以上，提前十日报告方案',
  }),
  defineSignal({
    code: 'team-rectification-unfinished',
    channel: 'team',
    label: '会后整改未落实',
    emitter: '纪委/组织',
    about: PERSON_OR_UNIT,
    fields: {
      item: words('整改事项', 120, '公务接待审批整改'),
      due: day('整改期限', '2026-03-31'),
    },
    severities: [2, 3],
    halfLife: 180,
    effect: 'scored',
    basis: '民主生活会整改措施落实制度',
  }),
  defineSignal({
    code: 'team-unprincipled-dispute',
    channel: 'team',
    label: '无原则纠纷',
    emitter: '上级组织',
    about: PERSON_OR_UNIT,
    fields: {
      parties: code('涉及职务', '镇长、分管副镇长'),
      consequence: optional(words('影响', 120, '班子会议两次未能召开')),
    },
    severities: [2, 3, 4],
    halfLife: 90,
    effect: 'scored',
    basis: '诫勉情形二',
  }),
  defineSignal({
    code: 'team-duty-imbalance',
    channel: 'team',
    label: '分工失衡或权责不统一',
    emitter: '组织部',
    about: UNIT_ONLY,
    fields: { loadIndex: percent('负荷指数(%)', 85) },
    severities: [1, 2],
    halfLife: 90,
    effect: 'scored',
    basis: '责权利相互统一原则',
  }),
];
