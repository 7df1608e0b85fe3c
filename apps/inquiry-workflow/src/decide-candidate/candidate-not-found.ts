import { Problem } from '#platform/http/problem';

export const candidateNotFound = (): Problem => new Problem(404, 'candidate-not-found', '没有找到该候选。');
