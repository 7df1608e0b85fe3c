import { defineSignal, PERSON_OR_UNIT } from '#contracts/signals/define-signal';
import { oneOf, whole, words } from '#contracts/signals/fields';

export const MEDIA_HANDLING_SIGNALS = [
  defineSignal({
    code: 'media-response-overdue',
    channel: 'media',
    label: '舆情回应超时',
    emitter: '网信/公开办',
    about: PERSON_OR_UNIT,
    fields: {
      limit: oneOf('回应时限', ['5小时', '24小时', '48小时'], '48小时'),
      hoursTaken: whole('实际用时(小时)', [0, 100_000], 72),
    },
    severities: [2, 3],
    halfLife: 180,
    reporters: ['agency-finding', 'agency-report'],
    effect: 'scored',
    basis: '国办发〔2016〕61号',
  }),
  defineSignal({
    code: 'media-mishandled-opinion',
    channel: 'media',
    label: '负面舆情处置不力致扩大',
    emitter: '上级/信访',
    about: PERSON_OR_UNIT,
    fields: { escalation: words('扩大情况', 200, '由县级舆情扩大为全市热点') },
    severities: [3, 4],
    halfLife: 180,
    reporters: ['agency-finding', 'agency-report'],
    effect: 'scored',
    basis: '《信访工作条例》第四十六条第三项',
  }),
  defineSignal({
    code: 'media-rumour-refuted',
    channel: 'media',
    label: '不实信息澄清',
    emitter: '网信/纪委',
    fields: { clarification: words('澄清方式', 120, '官方网站发布') },
    severities: [],
    halfLife: 180,
    reporters: ['agency-finding', 'agency-report'],
    effect: 'status-setting',
    sets: 'refuted',
    basis: '国办发〔2016〕61号；澄清正名制度',
  }),
];
