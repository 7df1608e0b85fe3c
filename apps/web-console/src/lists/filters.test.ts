import { describe, expect, it } from 'vitest';
import { addressWith, filtersIn, isFiltered, sameFilters } from './filters';

const KNOWN = { level: ['watch', 'inquiry'], unit: 'any' } as const;

describe('the filters of a list', () => {
  it('are what the address says of them, and no more', () => {
    const search = new URLSearchParams('level=inquiry&unit=T1&cursor=x&open=y');
    expect(filtersIn(search, KNOWN)).toEqual({ level: 'inquiry', unit: 'T1' });
  });

  it('leave out what cannot be, and what is empty', () => {
    expect(filtersIn(new URLSearchParams('level=grave&unit='), KNOWN)).toEqual({});
  });

  it('make an address that brings them back', () => {
    const filters = { level: 'watch', unit: '单位 1' };
    expect(filtersIn(addressWith({ ...filters, cursor: undefined }), KNOWN)).toEqual(filters);
    expect(addressWith({ level: undefined }).toString()).toBe('');
  });

  it('filter when one is set', () => {
    expect([isFiltered({}), isFiltered({ level: undefined }), isFiltered({ level: undefined, unit: 'T1' })]).toEqual([false, false, true]);
  });

  it('are the same whatever their order and what is not set, and others where one differs', () => {
    expect(sameFilters({ level: 'watch', unit: 'T1' }, { unit: 'T1', level: 'watch', channel: undefined })).toBe(true);
    expect([sameFilters({ unit: 'T1' }, {}), sameFilters({ unit: 'T1' }, { unit: 'T2' }), sameFilters({}, {})]).toEqual([false, false, true]);
  });
});
