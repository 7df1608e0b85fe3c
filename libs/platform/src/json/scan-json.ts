/** What a pass over the text of a JSON value shows before anything is built from it. */
export interface Scanned {
  /** The first place after the value: a comma or a closing bracket of what encloses it, or the end of the text. */
  readonly end: number;
  /** How deep objects and lists are nested. */
  readonly depth: number;
  /** How many members its objects name, repeated keys counted each time. */
  readonly members: number;
}

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Finds the end of a value without checking that it is JSON; what it finds holds only for text that `JSON.parse` takes. */
export function scanValue(text: string, from: number): Scanned {
  let depth = 0;
  let deepest = 0;
  let members = 0;
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfText(text, at);
    else if (code === COLON) members += 1;
    else if (code === OPEN_OBJECT || code === OPEN_LIST) deepest = Math.max(deepest, (depth += 1));
    else if (depth === 0 && endsValue(code)) break;
    else if (code === CLOSE_OBJECT || code === CLOSE_LIST) depth -= 1;
  }
  return { end: Math.min(at, text.length), depth: deepest, members };
}

const endsValue = (code: number): boolean => code === COMMA || code === CLOSE_LIST || code === CLOSE_OBJECT;

/** The place of the quote that closes the text opened at `from`. */
function endOfText(text: string, from: number): number {
  let quote = text.indexOf('"', from + 1);
  while (quote !== -1 && isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote === -1 ? text.length : quote;
}

function isEscaped(text: string, quote: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(quote - slashes - 1) === BACKSLASH) slashes += 1;
  return slashes % 2 === 1;
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}:]/gs;

/** The first key that an object of this JSON text names twice. */
export function repeatedKeyIn(text: string): string | undefined {
  const open: Set<string>[] = [];
  let lastText = '""';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (token !== ':') lastText = token;
    else {
      const key = JSON.parse(lastText) as string;
      if (open.at(-1)?.has(key)) return key;
      open.at(-1)?.add(key);
    }
  }
  return undefined;
}
