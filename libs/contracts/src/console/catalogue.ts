import { z } from 'zod';
import { CADRE_CATEGORIES } from '#contracts/registry/cadre-categories';
import { STATUSES, SUBJECT_KINDS } from '#contracts/signals/common';
import { EFFECTS, NOT_SCORED_REASONS } from '#contracts/signals/effects';
import { CHANNELS } from '#contracts/topics';

export const CHANNEL_LABELS: Readonly<Record<(typeof CHANNELS)[number], string>> = {
  self: '自我监督',
  team: '班子内部监督',
  superior: '上级监督',
  organization: '组织监督',
  public: '群众监督',
  media: '舆论监督',
};

export const LEVEL_LABELS = { none: '正常', watch: '关注', remind: '提醒', inquiry: '函询', priority: '重点' } as const;

export const DISPOSITION_LABELS = {
  'talk-or-inquiry': '谈话函询',
  'preliminary-verification': '初步核实',
  suspended: '暂存待查',
  closed: '予以了结',
} as const;

/** What a field may say, where that is known beforehand; free text has none. */
const closed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one-of'), values: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('whole'), least: z.int(), most: z.int() }),
  z.strictObject({ kind: z.literal('yes-no') }),
  z.strictObject({ kind: z.literal('day') }),
]);

/** GET /api/v1/catalogue: labels for pages and integrators come from the same table that validates. */
export const catalogueAnswer = z.strictObject({
  channels: z.array(z.strictObject({ channel: z.enum(CHANNELS), label: z.string() })),
  levels: z.array(z.strictObject({ level: z.string(), label: z.string() })),
  dispositions: z.array(z.strictObject({ disposition: z.string(), label: z.string() })),
  /** Of cadres. */
  categories: z.array(z.strictObject({ category: z.enum(CADRE_CATEGORIES), label: z.string() })),
  signals: z.array(
    z.strictObject({
      code: z.string(),
      type: z.string(),
      channel: z.enum(CHANNELS),
      label: z.string(),
      emitter: z.string(),
      /** Whom it can be about; nobody for what names a signal instead. */
      about: z.array(z.enum(SUBJECT_KINDS)),
      severities: z.array(z.int()),
      halfLife: z.int(),
      effect: z.enum(EFFECTS),
      /** Why it never enters E; only of what is not scored. */
      because: z.enum(NOT_SCORED_REASONS).optional(),
      /** The status that it gives the signal that it names; only of what sets one. */
      sets: z.enum(STATUSES).optional(),
      basis: z.string(),
      /** Whether a points scheme may give points for it: for decisions alone (decision 0021). */
      mayCarryPoints: z.boolean(),
      fields: z.array(
        z.strictObject({ name: z.string(), label: z.string(), required: z.boolean(), example: z.string(), closed: closed.optional() }),
      ),
    }),
  ),
});
export type CatalogueAnswer = z.infer<typeof catalogueAnswer>;
