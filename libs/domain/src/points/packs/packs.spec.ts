import { POINTS_TYPES } from '#contracts/signals/points-types';
import { dateOf, dayOf } from '#domain/calendar/day';
import { checkScheme } from '#domain/points/check-scheme';
import { PACKS } from '#domain/points/packs';
import { pointsOn, type PointsReading } from '#domain/points/points-on';
import { factsOf, type ToldFact } from '#testing/points-facts';
import changwu from './changwu-12.examples.json';
import hongtong from './hongtong-card.examples.json';
import huinong from './huinong-3c.examples.json';
import miaogou from './miaogou-freq.examples.json';

interface ToldReading {
  readonly day: string;
  readonly without?: readonly string[];
  readonly value: number;
  readonly counted?: Readonly<Record<string, number>>;
  readonly pending?: Readonly<Record<string, string>>;
  readonly level?: string;
  readonly consequences?: Readonly<Record<string, readonly [string, string]>>;
}
interface Example {
  readonly title: string;
  readonly facts: readonly ToldFact[];
  readonly readings: readonly ToldReading[];
}

const EXAMPLES: Readonly<Record<string, unknown>> = {
  'changwu-12': changwu,
  'hongtong-card': hongtong,
  'miaogou-freq': miaogou,
  'huinong-3c': huinong,
};

const countedIn = ({ items }: PointsReading): object =>
  Object.fromEntries(items.filter(({ counted }) => counted > 0).map(({ id, counted }) => [id, counted]));
const pendingIn = ({ items }: PointsReading): object =>
  Object.fromEntries(items.filter(({ state }) => state === 'pending').map(({ id, awaits }) => [id, awaits]));
const inForce = ({ consequences, day }: PointsReading): object =>
  Object.fromEntries(
    consequences
      .filter(({ from, until }) => from <= day && day < until)
      .map(({ consequence, from, until }) => [consequence.key, [dateOf(from), dateOf(until - 1)]]),
  );

describe.each(PACKS.map((pack) => [pack.name, pack] as const))('the pack %s', (name, pack) => {
  it('names its source, is total, and says something of each step that the source leaves open', () => {
    expect(checkScheme(pack, POINTS_TYPES)).toEqual([]);
    expect(pack.source).toMatch(/^P-(CW|HT|MG|HN)$/);
    expect(pack.notes.length).toBeGreaterThan(2);
  });

  it.each((EXAMPLES[name] as readonly Example[]).map((example) => [example.title, example] as const))(
    '%s',
    (_title, { facts, readings }) => {
      for (const { day, without = [], value, level, counted, pending = {}, consequences } of readings) {
        const known = factsOf(facts.filter(({ id }) => !without.includes(id)));
        const reading = pointsOn(pack, known, dayOf(day));
        expect([day, reading.value, reading.level?.threshold.key, pendingIn(reading)]).toEqual([day, value, level, pending]);
        expect([day, countedIn(reading)]).toEqual([day, counted ?? countedIn(reading)]);
        expect([day, inForce(reading)]).toEqual([day, consequences ?? inForce(reading)]);
      }
    },
  );
});

describe('the packs', () => {
  it('are the four that the sources describe, each with examples', () => {
    expect(PACKS.map(({ name }) => name)).toEqual(Object.keys(EXAMPLES));
  });
});
