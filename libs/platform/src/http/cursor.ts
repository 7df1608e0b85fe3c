import { z } from 'zod';
import { placeOfNul } from '#platform/http/nul';
import { Problem, type ProblemPlace } from '#platform/http/problem';

/** The place after which a page begins, opaque to the caller: base64url of the sort key as JSON. */
export function writeCursor(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

const ofQuestion = (places: ProblemPlace[]): Problem => new Problem(400, 'question-not-understood', '查询条件有误。', places);

/**
 * @param place what this list writes into its cursors
 * @param refused how the app refuses what it is asked
 * @throws Problem 400 'cursor-not-ours' for anything else
 */
export function readCursor<T>(text: string | undefined, place: z.ZodType<T>, refused = ofQuestion): T | undefined {
  if (text === undefined) return undefined;
  const json = parsedJson(text);
  const parsed = place.safeParse(json);
  if (parsed.success && placeOfNul(json) === undefined) return parsed.data;
  throw refused([{ pointer: '/cursor', code: 'cursor-not-ours', detail: '翻页标记无效，请从第一页重新开始。' }]);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** One page of rows that were asked for one more than it holds, and the cursor of the next, if there is one. */
export function pageOf<T>(rows: readonly T[], limit: number, placeOf: (row: T) => unknown): { items: readonly T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? writeCursor(placeOf(last)) : null };
}
