import { expect, it } from 'vitest';
import type { Purpose } from '../contracts';
import { waysOf, whyOf } from './ways';

const PURPOSES: readonly Purpose[] = [
  { code: 'candidate-triage', label: '研判函询候选', task: 'candidate', roles: ['handler'] },
  { code: 'person-matching', label: '人员匹配', task: 'triage-item', roles: ['petition-clerk'] },
  { code: 'daily-supervision', label: '日常监督', task: 'none', roles: ['handler', 'petition-clerk'] },
];
const TASK = { id: 'k-1', proposedOn: '2026-11-01' };

it('offers the work at hand before anything that wants a reason, and only what the role does', () => {
  expect(waysOf(PURPOSES, 'handler', [TASK]).map(({ value }) => value)).toEqual(['candidate-triage k-1', 'daily-supervision']);
  expect(waysOf(PURPOSES, 'handler', []).map(({ value }) => value)).toEqual(['daily-supervision']);
  expect(waysOf(PURPOSES, 'petition-clerk', [TASK]).map(({ value }) => value)).toEqual(['daily-supervision']);
  expect(waysOf(PURPOSES, 'auditor', [TASK])).toEqual([]);
});

it('gives the task or the reason, never both', () => {
  const [byTask, without] = waysOf(PURPOSES, 'handler', [TASK]);
  expect(byTask && whyOf(byTask, '多余的理由')).toEqual({ purpose: 'candidate-triage', task: 'k-1' });
  expect(without && whyOf(without, ' 群众反映后核对 ')).toEqual({ purpose: 'daily-supervision', reason: '群众反映后核对' });
});
