import { stepsOf } from './document';

export interface TextPlace {
  readonly from: number;
  readonly to: number;
}

/** From the bracket that opens, the place behind the value; brackets within texts do not count. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') at = endOfText(text, at);
    else if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') {
      if (depth <= 1) return at + depth;
      depth -= 1;
    } else if (sign === ',' && depth === 0) return at;
  }
  return text.length;
}

function endOfText(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

const skipSpace = (text: string, from: number): number => from + (/^[\s,]*/.exec(text.slice(from))?.[0].length ?? 0);

/** The member of that name in the object that opens at a place: its key and where its value begins. */
function memberIn(text: string, from: number, name: string): { readonly key: TextPlace; readonly value: number } | undefined {
  let at = skipSpace(text, from + 1);
  while (text[at] === '"') {
    const end = endOfText(text, at);
    const value = skipSpace(text, text.indexOf(':', end) + 1);
    if (text.slice(at, end + 1) === JSON.stringify(name)) return { key: { from: at, to: end + 1 }, value };
    at = skipSpace(text, endOfValue(text, value));
  }
  return undefined;
}

function entryIn(text: string, from: number, place: number): number {
  let at = skipSpace(text, from + 1);
  for (let passed = 0; passed < place; passed += 1) at = skipSpace(text, endOfValue(text, at));
  return at;
}

/** Where in a JSON text the place of a pointer is, or the nearest place above it that is there. */
export function placeInText(text: string, pointer: string): TextPlace {
  let value = skipSpace(text, 0);
  let found: TextPlace = { from: 0, to: 0 };
  for (const step of stepsOf(pointer)) {
    if (text[value] === '[') {
      value = entryIn(text, value, Number(step));
      found = { from: value, to: value + text.slice(value, endOfValue(text, value)).trimEnd().length };
    } else {
      const member = text[value] === '{' ? memberIn(text, value, step) : undefined;
      if (member === undefined) return found;
      ({ key: found, value } = member);
    }
  }
  return found;
}
