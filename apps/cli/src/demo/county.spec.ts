import { CATALOGUE } from '#contracts/signals/catalogue';
import { dayOf } from '#domain/calendar/day';
import { idNumberIsWhole } from '#vault/cadre-token';
import { makeCounty, registryFiles } from './county';
import { makeFeed } from './make-feed';

const today = dayOf('2026-11-25');

describe('the demo county', () => {
  const county = makeCounty(1);

  it('has 6 units and 60 cadres, each with a name, a post and an ID number of a region that does not exist', () => {
    expect(county.units).toHaveLength(6);
    expect(new Set(county.cadres.map((cadre) => cadre.name)).size).toBe(60);
    expect(new Set(county.cadres.map((cadre) => cadre.idNumber)).size).toBe(60);
    expect(county.cadres.every((cadre) => cadre.idNumber.startsWith('999999') && idNumberIsWhole(cadre.idNumber))).toBe(true);
    expect(registryFiles(county).map(([name, text]) => [name, text.split('\n').length])).toEqual([
      ['units', 7],
      ['posts', 61],
      ['cadres', 61],
      ['post-history', 61],
    ]);
  });

  it('is the same for the same seed and day', () => {
    expect(makeFeed(county, 1, today)).toEqual(makeFeed(makeCounty(1), 1, today));
    expect(makeFeed(county, 2, today)).not.toEqual(makeFeed(county, 1, today));
  });

  it('sends a few hundred events that fit their contracts, none from tomorrow, in the order of their days', () => {
    const feed = makeFeed(county, 1, today);
    expect(feed.length).toBeGreaterThan(200);
    expect(feed.length).toBeLessThan(700);
    const days = feed.map((fed) => fed.receivedOn);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(Math.max(...days)).toBeLessThanOrEqual(today);
    for (const { event } of feed) {
      const type = CATALOGUE.find((signal) => signal.type === event['type']);
      const issues = type?.data.safeParse(JSON.parse(JSON.stringify(event['data']))).error?.issues ?? [];
      expect([event['type'], issues]).toEqual([event['type'], []]);
    }
  });

  it('gives no date, in no field of any event, that lies after the day on which its agency sends it', () => {
    const days = Array.from({ length: 53 }, (_, week) => today - week * 7);
    const late = days
      .flatMap((day) => makeFeed(county, day, day))
      .flatMap(({ event, receivedOn }) => {
        const dates = JSON.stringify(event).match(/\d{4}-\d{2}-\d{2}/g) ?? [];
        return dates.filter((date) => dayOf(date) > receivedOn).map((date) => `${String(event['type'])} ${date}`);
      });
    expect(late).toEqual([]);
  });
});
