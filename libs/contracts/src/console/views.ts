import { z } from 'zod';
import { cadreFilters } from '#contracts/console/cadres';
import { candidateFilters } from '#contracts/console/candidates';

/** The lists of which views can be kept. */
export const VIEW_PAGES = ['cadres', 'candidates'] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];

/** The filters of each list: what it is asked for, without a cadre, a place or a size. */
export const VIEW_FILTERS = { cadres: z.strictObject(cadreFilters), candidates: z.strictObject(candidateFilters) } as const;

/** So far a view is counted; of more it is only said that there are. */
export const MOST_COUNTED = 999;

/** GET /api/v1/views */
export const viewsQuestion = z.strictObject({ page: z.enum(VIEW_PAGES) });

const viewName = z.string().trim().min(1).max(40);

/** POST /api/v1/views */
export const newView = z.discriminatedUnion('page', [
  z.strictObject({ page: z.literal('cadres'), name: viewName, filters: VIEW_FILTERS.cadres }),
  z.strictObject({ page: z.literal('candidates'), name: viewName, filters: VIEW_FILTERS.candidates }),
]);
export type NewView = z.infer<typeof newView>;

export const keptView = z.strictObject({ id: z.guid(), name: z.string(), filters: z.record(z.string(), z.string()) });
export type KeptView = z.infer<typeof keptView>;

/** With what it holds now, in the scope of who asks. */
export const viewRow = keptView.extend({
  count: z.int().min(0).max(MOST_COUNTED),
  more: z.boolean().describe('Whether it holds more than were counted.'),
});
export type ViewRow = z.infer<typeof viewRow>;

export const viewsAnswer = z.strictObject({ items: z.array(viewRow) });
export type ViewsAnswer = z.infer<typeof viewsAnswer>;
