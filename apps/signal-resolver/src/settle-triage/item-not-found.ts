import { Problem } from '#platform/http/problem';

/** The same for an item that never was and for one out of scope. */
export const itemNotFound = (): Problem => new Problem(404, 'triage-item-not-found', '没有找到该待核对事项。');
