import { signalOfType } from '#contracts/signals/catalogue';
import { isUnit } from '#contracts/signals/common';
import { dayOf } from '#domain/calendar/day';
import { makeCounty } from './county';
import type { FedEvent } from './fed-event';
import { eventsByRate, makeFeed, makeLoad } from './make-feed';
import { YEARS } from './rates';
import { storiedUnits } from './stories';
import { UNIT_RATES, UNIT_SHARES } from './unit-rates';
import { unitEventsByRate } from './unit-signals';
import type { DemoUnit } from './units';

const today = dayOf('2026-11-25');
const county = makeCounty(1, 900);
const feed = [...makeFeed({ county, seed: 1, today, prefix: 'A' })];
type Told = Readonly<Record<string, unknown>>;

const typeNamed = ({ event }: FedEvent) => signalOfType(String(event['type']));
/** The unit that an event is about, of nobody in it; empty for others. */
function unitOf({ event }: FedEvent): string {
  const subject = ((event['data'] as Told)['subject'] ?? {}) as Told;
  return isUnit(subject) ? String(subject['unitCode']) : '';
}
const aboutUnits = feed.filter((fed) => unitOf(fed) !== '');

/** How many standard deviations so many independent draws lie from their share; the seed is fixed, so 4 is missed never or always. */
function deviation(count: number, of: number, share: number): number {
  const expected = of * share;
  return Math.abs(count - expected) / Math.sqrt(expected * (1 - share));
}
const MOST = 4;

describe('the signals about units of the demo county', () => {
  it('tell a story about a unit of which nothing else is said', () => {
    const [storied] = storiedUnits(county);
    const about = aboutUnits.filter((fed) => unitOf(fed) === storied?.code);
    expect(about.map((fed) => typeNamed(fed)?.code)).toEqual([
      'superior-inspection-rectification-overdue',
      'team-democratic-life-defect',
      'public-group-visit',
      'team-rectification-unfinished',
    ]);
  });

  it('say as much about units themselves as the rates say of 59, of each type as often as its rate', () => {
    const told = aboutUnits.filter((fed) => unitOf(fed) !== storiedUnits(county)[0]?.code);
    expect(told).toHaveLength(unitEventsByRate(59));
    expect(new Set(told.map((fed) => typeNamed(fed)?.about.includes('unit')))).toEqual(new Set([true]));
    for (const { code, perYear } of UNIT_RATES) {
      const ofCode = told.filter((fed) => typeNamed(fed)?.code === code);
      expect(deviation(ofCode.length, told.length, (perYear * 59 * YEARS) / told.length)).toBeLessThanOrEqual(MOST);
    }
  });

  it('put nearly half of that on a tenth of the units, and nothing on the county as a whole', () => {
    const counts = Object.values(Object.groupBy(aboutUnits, unitOf)).map((about) => about?.length ?? 0);
    const heaviest = counts.toSorted((a, b) => b - a).slice(0, 6);
    const onThem = heaviest.reduce((sum, count) => sum + count, 0);
    expect(deviation(onThem, aboutUnits.length, UNIT_SHARES.onHeavy)).toBeLessThanOrEqual(MOST);
    expect(aboutUnits.map(unitOf)).not.toContain('U-000');
  });

  it('say the same about people whatever is said about units', () => {
    const [, last] = county.units;
    const more = { ...county, units: [...county.units, { ...last, code: 'U-900' } as DemoUnit] };
    // The offices number everything they send, so the numbers themselves move.
    const unnumbered = (fed: FedEvent): string => JSON.stringify(fed).replaceAll(/"[A-Z]{2}-\d{4}-\d{5,}"/g, '""');
    const aboutPeople = (some: readonly FedEvent[]): readonly string[] => some.filter((fed) => unitOf(fed) === '').map(unnumbered);
    expect(aboutPeople([...makeFeed({ county: more, seed: 1, today, prefix: 'A' })])).toEqual(aboutPeople(feed));
  });

  it('have their share of a load', () => {
    const load = [...makeLoad({ county, seed: 7, today, prefix: 'F7' }, 5_000)];
    const share = unitEventsByRate(59) / (unitEventsByRate(59) + eventsByRate(900));
    expect(load).toHaveLength(5_000);
    expect(load.filter((fed) => unitOf(fed) !== '')).toHaveLength(Math.floor(5_000 * share));
  });
});
