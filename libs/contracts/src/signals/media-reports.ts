import { defineSignal } from '#contracts/signals/define-signal';
import { code, oneOf, optional, whole, words } from '#contracts/signals/fields';

export const MEDIA_REPORT_SIGNALS = [
  defineSignal({
    code: 'media-hot-topic',
    channel: 'media',
    label: '网络热点舆情',
    emitter: '网信办',
    fields: {
      heat: whole('热度', [0, 1_000_000_000], 25_000),
      level: oneOf('舆情等级', ['I', 'II', 'III', 'IV'], 'III'),
    },
    severities: [1, 2, 3, 4],
    halfLife: 180,
    reporters: ['unknown', 'media'],
    effect: 'scored',
    basis: '网络舆情分级制度',
  }),
  defineSignal({
    code: 'media-investigation',
    channel: 'media',
    label: '深度或暗访调查',
    emitter: '媒体',
    fields: {
      outlet: words('媒体', 80, '示例日报'),
      evidence: oneOf('证据形式', ['影像', '录音', '文件', '证人证言'], '影像'),
    },
    severities: [3, 4],
    halfLife: 180,
    reporters: ['media'],
    effect: 'scored',
    basis: '舆论监督制度',
  }),
  defineSignal({
    code: 'media-case-exposed',
    channel: 'media',
    label: '典型问题通报曝光',
    emitter: '纪委',
    fields: { documentNumber: code('通报文号', '示例纪通〔2026〕5号') },
    severities: [3, 4, 5],
    halfLife: 180,
    reporters: ['agency-finding', 'agency-report'],
    effect: 'scored',
    basis: '典型问题通报制度(第一种形态)',
  }),
  defineSignal({
    code: 'media-tv-inquiry',
    channel: 'media',
    label: '电视问政问题',
    emitter: '媒体/督查',
    fields: {
      question: words('问题', 200, '小区停水多日未处置'),
      reply: optional(words('答复', 200, '承诺三日内恢复')),
    },
    severities: [1, 2, 3],
    halfLife: 180,
    reporters: ['media', 'agency-report'],
    effect: 'scored',
    basis: '拓宽监督渠道制度',
  }),
];
