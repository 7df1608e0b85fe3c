import { Problem } from '#platform/http/problem';
import { jsonMalformed } from '#platform/json/read-json';
import { type Scanned, scanValue } from '#platform/json/scan-json';

/** Events that one batch may have. */
export const LONGEST_BATCH = 500;

export interface BatchItem {
  readonly text: string;
  readonly scanned: Scanned;
}

/**
 * Cuts the list of a batch into the texts of its events, so that each can be measured and judged on its own.
 * The list is JSON if and only if each text is.
 * @throws Problem 400 when it is no list, 413 when it is too long
 */
export function splitBatch(text: string): readonly BatchItem[] {
  const open = skipSpace(text, 0);
  if (text[open] !== '[') throw new Problem(400, 'batch-not-a-list', '批量内容应为事件的 JSON 数组，以 [ 开头。');
  const items: BatchItem[] = [];
  let from = skipSpace(text, open + 1);
  if (text[from] !== ']') from = readItems(text, from, items);
  if (skipSpace(text, from + 1) < text.length) throw jsonMalformed(from + 1);
  return items;
}

/** Fills `items`; answers the place of the bracket that closes the list. */
function readItems(text: string, first: number, items: BatchItem[]): number {
  let from = first;
  for (;;) {
    const scanned = scanValue(text, from);
    items.push({ text: text.slice(from, scanned.end), scanned });
    if (items.length > LONGEST_BATCH) throw new Problem(413, 'batch-too-long', `一批最多 ${LONGEST_BATCH} 个事件，请分批发送。`);
    if (text[scanned.end] === ']') return scanned.end;
    if (text[scanned.end] !== ',') throw jsonMalformed(scanned.end);
    from = scanned.end + 1;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1;
  return at;
}
