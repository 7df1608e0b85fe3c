/** One thing that is wrong with a JSON document. */
export interface Problem {
  /** JSON Pointer (RFC 6901) to the place. */
  readonly pointer: string;
  /** Stable kebab-case code. */
  readonly code: string;
}

/** Reports what keeps a parsed JSON value from having a shape; all of it, so that an author sees every problem at once. */
export type Shape = (value: unknown, pointer: string) => readonly Problem[];

export function integer(least: number, most: number): Shape {
  return (value, pointer) => {
    if (!Number.isInteger(value)) return [{ pointer, code: 'not-an-integer' }];
    return Number(value) < least || Number(value) > most ? [{ pointer, code: 'out-of-range' }] : [];
  };
}

export function text(): Shape {
  return (value, pointer) => (typeof value === 'string' && value.trim() !== '' ? [] : [{ pointer, code: 'not-a-text' }]);
}

export function oneOf(allowed: readonly (string | number | boolean)[]): Shape {
  return (value, pointer) => (allowed.some((each) => each === value) ? [] : [{ pointer, code: 'not-one-of-the-values' }]);
}

/** An object with exactly these fields; those of `optional` may be absent. */
export function fields(required: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape {
  return (value, pointer) => {
    if (!isObject(value)) return [{ pointer, code: 'not-an-object' }];
    const missing = Object.keys(required).filter((name) => !Object.hasOwn(value, name));
    const wrong = Object.entries(value).flatMap(([name, member]) => {
      const shape = shapeOf(required, name) ?? shapeOf(optional, name);
      return shape === undefined ? [{ pointer: at(pointer, name), code: 'unknown-field' }] : shape(member, at(pointer, name));
    });
    return [...missing.map((name) => ({ pointer: at(pointer, name), code: 'missing' })), ...wrong];
  };
}

/** An object with exactly these names, all of one shape. */
export function table(names: readonly (string | number)[], shape: Shape): Shape {
  return fields(Object.fromEntries(names.map((name) => [name, shape])));
}

/** An object whose names are free. */
export function dictionary(shape: Shape): Shape {
  return (value, pointer) => {
    if (!isObject(value)) return [{ pointer, code: 'not-an-object' }];
    return Object.entries(value).flatMap(([name, member]) => shape(member, at(pointer, name)));
  };
}

export function listOf(shape: Shape): Shape {
  return (value, pointer) => {
    if (!Array.isArray(value)) return [{ pointer, code: 'not-a-list' }];
    return value.flatMap((member, place) => shape(member, at(pointer, place)));
  };
}

/** The pointer of a member: `~` and `/` in names are escaped. */
export function at(pointer: string, name: string | number): string {
  return `${pointer}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function shapeOf(shapes: Readonly<Record<string, Shape>>, name: string): Shape | undefined {
  return Object.hasOwn(shapes, name) ? shapes[name] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
