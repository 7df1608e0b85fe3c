import { describe, expect, it } from 'vitest';
import { isFiltered } from '../lists/filters';
import { askedIn, withFilter, withSignal } from './signal-question';

describe('the filters of the inbox', () => {
  it('are all in the address, and nothing else of it', () => {
    const search = new URLSearchParams('channel=public&from=2026-03-01&to=gestern&open=e&cursor=c&state=');
    expect(askedIn(search)).toEqual({ channel: 'public', from: '2026-03-01' });
    expect([isFiltered(askedIn(search)), isFiltered(askedIn(new URLSearchParams('open=e')))]).toEqual([true, false]);
  });

  it('begin with the first page again when one changes, and one that is taken away is gone', () => {
    const search = new URLSearchParams('channel=public&cursor=c&open=e');
    expect(withFilter(search, 'state', 'triage').toString()).toBe('channel=public&state=triage');
    expect(withFilter(search, 'channel', undefined).toString()).toBe('');
  });

  it('stay when a signal is opened and closed', () => {
    const search = new URLSearchParams('channel=public&cursor=c');
    expect(withSignal(search, 'e').toString()).toBe('channel=public&cursor=c&open=e');
    expect(withSignal(withSignal(search, 'e'), undefined).toString()).toBe(search.toString());
  });
});
