import { expect, it } from 'vitest';
import type { SignalKind } from '../../contracts';
import { ceilingOf } from './ceiling';
import { channelOfPlace, shownTypes } from './shown-types';

const aKind = (code: string, label: string, channel: SignalKind['channel']): SignalKind => ({
  ...{ code, label, channel, type: code, emitter: '示例', about: ['person'], severities: [1], halfLife: 90, effect: 'scored', basis: '', mayCarryPoints: false, fields: [] },
});
const SIGNALS = [aKind('org-audit-exit-finding', '离任审计问题', 'organization'), aKind('public-hotline-complaint', '12345投诉', 'public')];
const codes = (asked: Parameters<typeof shownTypes>[1]): readonly string[] => shownTypes(SIGNALS, asked).map(({ code }) => code);

it('shows the types of one channel, or those of all that a search finds', () => {
  expect(codes({ channel: 'public', words: ' ' })).toEqual(['public-hotline-complaint']);
  expect(codes({ channel: 'public', words: '审计' })).toEqual(['org-audit-exit-finding']);
  expect(codes({ channel: 'public', words: 'ORG-' })).toEqual(['org-audit-exit-finding']);
});

it('finds the channel in which a place of the table stands', () => {
  expect(channelOfPlace(SIGNALS, '/weights/org-audit-exit-finding/3')).toBe('organization');
  expect(channelOfPlace(SIGNALS, '/notScored/public-hotline-complaint')).toBe('public');
  expect(channelOfPlace(SIGNALS, '/levels/0')).toBeUndefined();
  expect(channelOfPlace(SIGNALS, undefined)).toBeUndefined();
});

it('tells the most that a channel alone can give, as the model does', () => {
  expect([400_000, 1_000_000, 2_000_000, 300_000].map(ceilingOf)).toEqual(['44.4', '66.7', '80.0', '37.5']);
  expect(ceilingOf('0.4')).toBeUndefined();
});
