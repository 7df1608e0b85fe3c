/** A parsed JSON object: what an author may edit by a form. */
export type PolicyDocument = Readonly<Record<string, unknown>>;

type Steps = readonly string[];

const TABLES = 'halfLifeTables';

const isObject = (value: unknown): value is PolicyDocument => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a text says; undefined while it is no JSON object: then there is nothing that a form could show. */
export function documentOf(text: string): PolicyDocument | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

export const textOf = (document: PolicyDocument): string => JSON.stringify(document, null, 2);

/** The names that lead to a place (RFC 6901). */
export const stepsOf = (pointer: string): Steps =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));

export const pointerOf = (steps: Steps): string => steps.map((step) => `/${step.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');

/** What stands at a place; undefined where nothing does. */
export function valueAt(json: unknown, [step, ...rest]: Steps): unknown {
  if (step === undefined) return json;
  if (typeof json !== 'object' || json === null || !Object.prototype.hasOwnProperty.call(json, step)) return undefined;
  return valueAt((json as PolicyDocument)[step], rest);
}

/** The same with another value at a place; with undefined, without it. What leads there is made where it is missing. */
export function withValue(json: unknown, [step, ...rest]: Steps, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(json)) return json.map((member: unknown, place) => (String(place) === step ? withValue(member, rest, value) : member));
  const { [step]: inner, ...others } = isObject(json) ? json : {};
  const next = withValue(inner, rest, value);
  if (next === undefined) return others;
  return isObject(json) && step in json ? { ...json, [step]: next } : { ...others, [step]: next };
}

/** As an author writes it: the half-life tables have one right content and are filled in by the system. */
export function withoutTables({ [TABLES]: _, ...document }: PolicyDocument): PolicyDocument {
  return document;
}

/** A text to begin a draft with: the same rules under a name of their own. */
export function copyOf(document: string, name: (of: string) => string): string {
  const copied = withoutTables(documentOf(document) ?? {});
  return textOf({ ...copied, name: name(typeof copied['name'] === 'string' ? copied['name'] : '') });
}
