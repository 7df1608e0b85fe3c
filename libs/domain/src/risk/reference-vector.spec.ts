import { foldSubject } from '#domain/risk/fold';
import type { SignalEntry } from '#domain/risk/ledger-entry';
import { REFERENCE_POLICY as policy } from '#domain/risk/policies';
import { readOn } from '#domain/risk/reading';
import events from './reference-events.json';

const entries = events.events.map((e) => ({ ...e, kind: 'signal', releasedOn: e.day, group: e.channel, severity: 3 }) as SignalEntry);

it('reads the six events on day 200', () => {
  const { E, odds, corroboration } = readOn(foldSubject(entries, policy), 200, policy);
  expect({ E, odds, corroboration }).toEqual({ E: 61_048, odds: 1_567_294, corroboration: 73_004 });
});
