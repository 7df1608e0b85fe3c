import { isCadre } from '#domain/identity/subject';
import { Problem } from '#platform/http/problem';

export const cadreNotFound = (): Problem => new Problem(404, 'cadre-not-found', '没有这名干部。');
export const unitNotFound = (): Problem => new Problem(404, 'unit-not-found', '没有这个单位。');

export const schemeNotLive = (): Problem => new Problem(404, 'scheme-not-live', '没有正在施行的这个积分办法。');

/** A cadre is asked for by its subject. @throws Problem 404 for a text that is none */
export function cadreSubject(id: string): string {
  if (isCadre(id)) return id;
  throw cadreNotFound();
}
