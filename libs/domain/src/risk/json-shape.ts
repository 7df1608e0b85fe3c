import { type Day, dayOf } from '#domain/calendar/day';

/** One thing that is wrong with a JSON document. */
export interface Problem {
  /** JSON Pointer (RFC 6901) to the place. */
  readonly pointer: string;
  /** Stable kebab-case code. */
  readonly code: string;
  /** What the sentence about it names: the bounds, the values, the code that is meant. */
  readonly names?: readonly (string | number)[];
}

/** What JSON Schema (2020-12) says of the same shape. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Reports what keeps a parsed JSON value from having a shape; all of it, so that an author sees every problem at once. */
export interface Shape {
  (value: unknown, pointer: string): readonly Problem[];
  /** What others are told of the shape, where it is published; what compares values with one another it does not say. */
  readonly schema?: JsonSchema;
}

/** A rule and its schema, each of which takes what the other takes. */
export function shaped(schema: JsonSchema, problems: (value: unknown, pointer: string) => readonly Problem[]): Shape {
  return Object.assign(problems, { schema });
}

/** What others are told of a shape; anything where it says nothing. */
export const schemaOf = (shape: Shape): JsonSchema => shape.schema ?? {};

export function integer(least: number, most: number): Shape {
  return shaped({ type: 'integer', minimum: least, maximum: most }, (value, pointer) => {
    if (!Number.isInteger(value)) return [{ pointer, code: 'not-an-integer', names: [least, most] }];
    const within = Number(value) >= least && Number(value) <= most;
    return within ? [] : [{ pointer, code: 'out-of-range', names: [least, most] }];
  });
}

/** Something other than space. */
export function text(): Shape {
  return shaped({ type: 'string', pattern: '\\S' }, (value, pointer) =>
    typeof value === 'string' && value.trim() !== '' ? [] : [{ pointer, code: 'not-a-text' }],
  );
}

export function oneOf(allowed: readonly (string | number | boolean)[]): Shape {
  return shaped({ enum: allowed }, (value, pointer) =>
    allowed.some((each) => each === value) ? [] : [{ pointer, code: 'not-one-of-the-values', names: allowed.map(String) }],
  );
}

/** A civil date within these days. */
export function date(least: Day, most: Day): Shape {
  return shaped({ type: 'string', format: 'date' }, (value, pointer) => {
    if (typeof value !== 'string') return [{ pointer, code: 'not-a-date' }];
    try {
      const day = dayOf(value);
      return day >= least && day <= most ? [] : [{ pointer, code: 'date-out-of-range' }];
    } catch {
      return [{ pointer, code: 'not-a-date' }];
    }
  });
}

export function nullOr(shape: Shape): Shape {
  return shaped({ anyOf: [schemaOf(shape), { type: 'null' }] }, (value, pointer) => (value === null ? [] : shape(value, pointer)));
}

/** An object whose field `kind` says which of the shapes it has. */
export function byKind(shapes: Readonly<Record<string, (kind: Shape) => Shape>>): Shape {
  const known = new Map(Object.entries(shapes).map(([kind, shape]) => [kind, shape(oneOf([kind]))]));
  return shaped({ oneOf: [...known.values()].map(schemaOf) }, (value, pointer) => {
    const kind = isObject(value) ? value['kind'] : undefined;
    const shape = typeof kind === 'string' ? known.get(kind) : undefined;
    return shape === undefined ? [{ pointer: at(pointer, 'kind'), code: 'not-one-of-the-values' }] : shape(value, pointer);
  });
}

/** An object with exactly these fields; those of `optional` may be absent. */
export function fields(required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape {
  const all = { ...required, ...optional };
  const schema = {
    type: 'object',
    properties: Object.fromEntries(Object.entries(all).map(([name, shape]) => [name, schemaOf(shape)])),
    required: Object.keys(required),
    additionalProperties: false,
  };
  return shaped(schema, (value, pointer) => {
    if (!isObject(value)) return [{ pointer, code: 'not-an-object' }];
    const missing = Object.keys(required).filter((name) => !Object.hasOwn(value, name));
    const wrong = Object.entries(value).flatMap(([name, member]) => {
      const shape = Object.hasOwn(all, name) ? all[name] : undefined;
      return shape === undefined ? [{ pointer: at(pointer, name), code: 'unknown-field' }] : shape(member, at(pointer, name));
    });
    return [...missing.map((name) => ({ pointer: at(pointer, name), code: 'missing' })), ...wrong];
  });
}

/** An object with exactly these names, all of one shape. */
export function table(names: readonly (string | number)[], shape: Shape): Shape {
  return fields(Object.fromEntries(names.map((name) => [name, shape])));
}

/** An object whose names are free. */
export function dictionary(shape: Shape): Shape {
  return shaped({ type: 'object', additionalProperties: schemaOf(shape) }, (value, pointer) => {
    if (!isObject(value)) return [{ pointer, code: 'not-an-object' }];
    return Object.entries(value).flatMap(([name, member]) => shape(member, at(pointer, name)));
  });
}

export function listOf(shape: Shape): Shape {
  return shaped({ type: 'array', items: schemaOf(shape) }, (value, pointer) => {
    if (!Array.isArray(value)) return [{ pointer, code: 'not-a-list' }];
    return value.flatMap((member, place) => shape(member, at(pointer, place)));
  });
}

/** The same shape with a word for the reader of its schema. */
export function described(description: string, shape: Shape): Shape {
  return shaped({ ...schemaOf(shape), description }, (value, pointer) => shape(value, pointer));
}

/** The pointer of a member: `~` and `/` in names are escaped. */
export function at(pointer: string, name: string | number): string {
  return `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The names that lead to a place. */
export function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
