/**
 * The one form of a JSON value: members by the UTF-16 code units of their keys, no space, numbers and strings as ECMAScript
 * writes them (RFC 8785). The package `canonicalize` cannot be loaded from CommonJS output: it offers itself to `import` only.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const object = value as Readonly<Record<string, unknown>>;
  let members = '';
  for (const key of Object.keys(object).sort()) {
    if (object[key] === undefined) continue;
    members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(object[key])}`;
  }
  return `{${members}}`;
}
