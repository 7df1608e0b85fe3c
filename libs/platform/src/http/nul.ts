import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Problem } from '#platform/http/problem';
import { answerProblem } from '#platform/http/problem.filter';

/** Where a text lies in a value: the steps from there up to the whole. */
interface Place {
  readonly step: string;
  readonly above: Place | undefined;
}

type Composite = Readonly<Record<string, unknown>>;

/** An array or an object as JSON makes them: bytes and streams are none. */
function isComposite(value: unknown): value is Composite {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return Array.isArray(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** JSON pointer (RFC 6901). */
function pointerTo(place: Place | undefined): string {
  const steps: string[] = [];
  for (let each = place; each; each = each.above) steps.unshift(`/${each.step.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return steps.join('');
}

/**
 * JSON pointer to a text or a name with a NUL, in values as JSON and queries have them; undefined when there is none. Not recursive: a
 * sender decides how deep a body is.
 */
export function placeOfNul(whole: unknown): string | undefined {
  const left: [value: Composite, place: Place | undefined][] = [];
  const look = (value: unknown, place: Place | undefined): boolean => {
    if (typeof value === 'string') return value.includes('\0');
    if (isComposite(value)) left.push([value, place]);
    return false;
  };
  if (look(whole, undefined)) return '';
  for (let next = left.pop(); next; next = left.pop()) {
    const [value, above] = next;
    for (const step of Object.keys(value)) {
      if (step.includes('\0')) return pointerTo(above);
      const inside = value[step];
      if (typeof inside !== 'string' && typeof inside !== 'object') continue;
      const place = { step, above };
      if (look(inside, place)) return pointerTo(place);
    }
  }
  return undefined;
}

function refusal(code: string, detail: string, pointer: string): Problem {
  return new Problem(400, code, detail, [{ pointer, code: 'text-with-nul', detail: '文字中含有空字符(NUL)，请删除。' }]);
}

/**
 * No text of the database holds a NUL, so no question and no JSON body with one goes further. In a path it becomes U+FFFD, which no id has
 * either: nothing is found there, in the ordinary way. Files are looked at by those who read them.
 */
export function refuseNul(fastify: FastifyInstance, logger: LoggerService): void {
  fastify.addHook('preValidation', (request, reply, done) => {
    const params = request.params as Record<string, string>;
    for (const [name, text] of Object.entries(params)) params[name] = text.replaceAll('\0', '\uFFFD');
    const asked = placeOfNul(request.query);
    if (asked !== undefined) return answerProblem(refusal('question-not-understood', '查询条件有误。', asked), request, reply, logger);
    const sent = placeOfNul(request.body);
    if (sent !== undefined) {
      return answerProblem(refusal('request-not-understood', '请求内容有误，请更正后再提交。', sent), request, reply, logger);
    }
    done();
  });
}
