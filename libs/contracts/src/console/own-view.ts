import { z } from 'zod';

/** The seven aspects that a written inquiry may ask about, as it is worded (domain: inquiry 1.2). */
export const ASPECT_LABELS = {
  political: '政治思想',
  duty: '履行职责',
  style: '工作作风',
  morality: '道德品质',
  integrity: '廉政勤政',
  discipline: '组织纪律',
  other: '其他',
} as const;

const label = z.strictObject({ zh: z.string(), en: z.string().optional() });

/** Stands with what the person concerned is shown. */
export const OWN_VIEW_IS_NO_DECISION =
  '本表依据有关机关已作出的认定和决定整理，供向本人说明，不是处理决定；系统不对外发送，是否出示由人决定。';

/**
 * GET /api/v1/cadres/{id}/own-view: what the person concerned may be shown once all work on them is closed. It holds no day, no number
 * of reports, no channel, no source, no score and no counterfactual, because those reveal reporters (design: risk-model 11).
 */
export const ownViewAnswer = z.strictObject({
  name: z.string(),
  /** Conclusions of organs, one an aspect. */
  findings: z.array(
    z.strictObject({
      aspect: z.enum(Object.keys(ASPECT_LABELS) as [keyof typeof ASPECT_LABELS]),
      label: z.string(),
      borneOut: z.boolean(),
    }),
  ),
  /** Measures and sanctions that were served, each kind once; `kind` is the word of its type, such as 记过. */
  decisions: z.array(z.strictObject({ code: z.string(), label: z.string(), kind: z.string().nullable() })),
  /** Under each scheme that is live and says something of the person; milli-points. */
  points: z.array(
    z.strictObject({
      title: label,
      value: z.int(),
      level: label.nullable(),
      items: z.array(z.strictObject({ label, points: z.int() })),
      consequences: z.array(label),
    }),
  ),
  sentence: z.string(),
});
export type OwnViewAnswer = z.infer<typeof ownViewAnswer>;
