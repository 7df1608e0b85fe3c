import { beforeEach, describe, expect, it } from 'vitest';
import { WhyMemory } from './why-memory';

const BY_TASK = { purpose: 'candidate-triage', task: 't-1' };

describe('what was said of why', () => {
  let day: string;
  let kept: Map<string, string>;
  let memory: WhyMemory;
  beforeEach(() => {
    day = '2026-11-25';
    kept = new Map();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => void kept.set(key, text) };
    memory = new WhyMemory(() => storage, () => day);
  });

  it('holds for one subject and the rest of the day', () => {
    memory.keep('zhang', 'cadre:1', BY_TASK);
    memory.keep('zhang', 'cadre:2', { purpose: 'daily-supervision', reason: '群众反映后核对' });
    expect(memory.of('zhang', 'cadre:1')).toEqual(BY_TASK);
    expect(memory.of('zhang', 'cadre:3')).toBeUndefined();
    day = '2026-11-26';
    expect(memory.of('zhang', 'cadre:1')).toBeUndefined();
  });

  it('is nothing to the next person at the same browser, and not taken up again afterwards', () => {
    memory.keep('zhang', 'cadre:1', BY_TASK);
    expect(memory.of('li', 'cadre:1')).toBeUndefined();
    memory.keep('li', 'cadre:2', BY_TASK);
    expect(memory.of('zhang', 'cadre:1')).toBeUndefined();
  });

  it('is told to the pages that wait for it', () => {
    let heard = 0;
    const leave = memory.subscribe(() => (heard += 1));
    memory.keep('zhang', 'cadre:1', BY_TASK);
    leave();
    memory.keep('zhang', 'cadre:2', BY_TASK);
    expect(heard).toBe(1);
  });
});
