import { Problem } from '#platform/http/problem';
import { inspectValue } from '#platform/json/read-json';

/** Header names and values in turn, as they came (`request.raw.rawHeaders`). */
type RawHeaders = readonly string[];

const PREFIX = 'ce-';
const ATTRIBUTE = /^[a-z0-9]{1,20}$/;

/**
 * The attributes of an event in CloudEvents' binary mode (HTTP binding 1.0.2, 3.1).
 * @throws Problem 400 for a repeated header, a name or a value that the binding does not allow
 */
export function attributesIn(headers: RawHeaders): Readonly<Record<string, string>> {
  const attributes = new Map<string, string>();
  for (let at = 0; at < headers.length; at += 2) {
    const header = (headers[at] ?? '').toLowerCase();
    if (!header.startsWith(PREFIX)) continue;
    const name = header.slice(PREFIX.length);
    if (!ATTRIBUTE.test(name)) throw headerRefused(header, 'attribute-name-malformed', '属性名只能用小写字母和数字');
    if (attributes.has(name)) throw headerRefused(header, 'attribute-repeated', '属性重复出现');
    attributes.set(name, decoded(header, headers[at + 1] ?? ''));
  }
  if (!attributes.has('specversion')) {
    throw new Problem(400, 'not-a-cloud-event', '请求缺少 ce-specversion 等事件属性；整体发送请用 application/cloudevents+json。');
  }
  const found = Object.fromEntries(attributes);
  inspectValue(found);
  return found;
}

/** Unquotes, then undoes one round of percent-encoding. */
function decoded(header: string, value: string): string {
  const plain = value.startsWith('"') && value.endsWith('"') && value.length > 1 ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
  if (!/^[\x20-\x7e]*$/.test(plain)) throw headerRefused(header, 'attribute-not-encoded', '属性值中的中文须用百分号编码(UTF-8)');
  try {
    return decodeURIComponent(plain.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'));
  } catch {
    throw headerRefused(header, 'attribute-not-encoded', '属性值的百分号编码不正确');
  }
}

function headerRefused(header: string, code: string, why: string): Problem {
  const name = header.slice(PREFIX.length, 60);
  const detail = `请求头 ce-${name}:${why}。`;
  return new Problem(400, code, detail, [{ pointer: `/${name}`, code, detail }]);
}
