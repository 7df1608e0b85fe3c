import { Problem } from '#platform/http/problem';

export const cadreNotFound = (): Problem => new Problem(404, 'cadre-not-found', '没有这名干部。');
