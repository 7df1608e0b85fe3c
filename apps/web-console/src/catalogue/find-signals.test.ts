import { expect, it } from 'vitest';
import type { SignalKind } from '../contracts';
import { findSignals } from './find-signals';

const aKind = (code: string, label: string, told: Partial<SignalKind> = {}): SignalKind => ({
  code,
  label,
  type: `liuqu.signal.${code}.v1`,
  channel: 'public',
  emitter: '热线',
  about: ['person'],
  severities: [1, 2],
  halfLife: 90,
  effect: 'scored',
  basis: '示例',
  mayCarryPoints: false,
  fields: [],
  ...told,
});

const signals = [
  aKind('public-hotline-complaint', '12345投诉涉干部'),
  aKind('public-suggestion', '建议意见', { effect: 'not-scored', because: 'no-fault', about: ['person', 'unit'] }),
  aKind('self-gift-handover', '礼金礼品上交', { channel: 'self', effect: 'mitigating' }),
];
const codesOf = (asked: Parameters<typeof findSignals>[1]): readonly string[] => findSignals(signals, asked).map(({ code }) => code);

it('finds by a part of the code or of the label, whatever the case and the blanks around it', () => {
  expect(codesOf({ text: ' HOTLINE ' })).toEqual(['public-hotline-complaint']);
  expect(codesOf({ text: '意见' })).toEqual(['public-suggestion']);
  expect(codesOf({ text: '没有' })).toEqual([]);
});

it('keeps the order of the catalogue, and to the channel and the effect that are asked for', () => {
  expect(codesOf({})).toEqual(signals.map(({ code }) => code));
  expect(codesOf({ channel: 'public' })).toEqual(['public-hotline-complaint', 'public-suggestion']);
  expect(codesOf({ channel: 'public', effect: 'not-scored' })).toEqual(['public-suggestion']);
  expect(codesOf({ about: 'unit' })).toEqual(['public-suggestion']);
});
