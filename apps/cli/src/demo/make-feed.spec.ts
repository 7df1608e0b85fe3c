import { createHash } from 'node:crypto';
import { signalOfType } from '#contracts/signals/catalogue';
import { isUnit } from '#contracts/signals/common';
import { FOLLOW_UPS } from '#contracts/signals/follow-ups';
import { dayOf } from '#domain/calendar/day';
import { type DemoCadre, makeCounty } from './county';
import type { FedEvent } from './fed-event';
import { eventsByRate, makeFeed, makeLoad } from './make-feed';
import { RATES, SHARES, YEARS } from './rates';
import { storiedCadres } from './stories';

const today = dayOf('2026-11-25');
const county = makeCounty(1, 900);
const feed = [...makeFeed({ county, seed: 1, today, prefix: 'A' })];

const codeOf = ({ event }: FedEvent): string => String(event['type']).split('.')[2] ?? '';
const idOf = ({ event }: FedEvent): string => String(event['id']);
type Told = Readonly<Record<string, unknown>>;
const dataOf = ({ event }: FedEvent): Told => event['data'] as Told;

const byIdNumber = new Map(county.cadres.map((cadre) => [cadre.idNumber, cadre]));
const cadreOf = (fed: FedEvent): DemoCadre | undefined =>
  byIdNumber.get(String((dataOf(fed)['subject'] as Told | undefined)?.['idNumber']));
/** An event by its source and number, whatever was sent of it. */
const identityOf = ({ event }: FedEvent): string => `${String(event['source'])} ${String(event['id'])}`;
const isLetter = (fed: FedEvent): boolean => String(dataOf(fed)['matter']).startsWith('L');
const isTask = (fed: FedEvent): boolean => /^org-(clue-disposed|audit-due|tenure-exceeded|rotation-overdue)$/.test(codeOf(fed));
const isFollowUp = ({ event }: FedEvent): boolean => String(event['type']) in FOLLOW_UPS;
const storied = new Set(storiedCadres(county).map(({ idNumber }) => idNumber));
const isStory = (fed: FedEvent): boolean => storied.has(cadreOf(fed)?.idNumber ?? '');
const isAboutUnit = (fed: FedEvent): boolean => isUnit((dataOf(fed)['subject'] ?? {}) as Told);

/** What the rates of cadres alone brought: no follow-up, no letter of a campaign, no task, no story, nothing sent twice. */
const byRate = [...new Map(feed.toReversed().map((fed) => [identityOf(fed), fed])).values()].filter(
  (fed) => ![isLetter, isTask, isFollowUp, isStory, isAboutUnit].some((other) => other(fed)),
);
const told = byRate.filter(({ malformed }) => !malformed);

/** How many standard deviations so many independent draws lie from their share; the seed is fixed, so 4 is missed never or always. */
function deviation(count: number, of: number, share: number): number {
  const expected = of * share;
  return count === expected ? 0 : Math.abs(count - expected) / Math.sqrt(expected * (1 - share));
}
const MOST = 4;

describe('two years of the demo county', () => {
  it('bring as many events by chance as the rates say of 900 cadres', () => {
    expect(byRate).toHaveLength(eventsByRate(900));
    expect(eventsByRate(900)).toBe(Math.round(RATES.reduce((sum, { perYear }) => sum + perYear, 0) * 900 * YEARS));
  });

  it.each(RATES.map(({ code, perYear }) => [code, perYear] as const))('bring %s at its rate', (code, perYear) => {
    const ofCode = byRate.filter((fed) => codeOf(fed) === code);
    expect(deviation(ofCode.length, byRate.length, (perYear * 900 * YEARS) / byRate.length)).toBeLessThanOrEqual(MOST);
  });

  it('know only types of the catalogue, with fields that fit them, but for those broken on purpose', () => {
    const misfits = feed.filter(({ event, malformed }) => {
      const type = String(event['type']);
      const schema = signalOfType(type)?.data ?? FOLLOW_UPS[type];
      const fits = schema?.safeParse(JSON.parse(JSON.stringify(event['data']))).success === true && Date.parse(String(event['time'])) > 0;
      return !fits && !malformed;
    });
    expect(misfits).toEqual([]);
    expect(deviation(feed.filter(({ malformed }) => malformed).length, byRate.length, SHARES.malformed)).toBeLessThanOrEqual(MOST);
  });

  it('are sent in the order of their days, each day within the two years, the last one today', () => {
    const days = feed.map(({ receivedOn }) => receivedOn);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect([days[0], days.at(-1)]).toEqual([today - YEARS * 365 + 1, today]);
  });

  it('come from an agency that sends once a week on Fridays alone, and what is left on the last day', () => {
    const weekdays = new Set(
      feed.filter(({ agency, receivedOn }) => agency === 'A-ORG' && receivedOn < today).map((fed) => fed.receivedOn % 7),
    );
    expect(weekdays).toEqual(new Set([dayOf('2026-11-20') % 7]));
    expect(new Date('2026-11-20').getUTCDay()).toBe(5);
  });

  it('give no date that lies after the day on which it is sent, but for what may lie ahead', () => {
    const ahead = new Set(['expiry', 'rectificationDue']);
    const late = feed
      .filter(({ malformed }) => !malformed)
      .flatMap((fed) => {
        const dates = Object.entries((dataOf(fed)['fields'] ?? {}) as Told).filter(([name]) => !ahead.has(name));
        const all = [dataOf(fed)['occurredOn'], dataOf(fed)['decidedOn'], ...dates.map(([, value]) => value)];
        return all.filter((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && dayOf(value) > fed.receivedOn);
      });
    expect(late).toEqual([]);
  });

  it('put 40 % of what is adverse on 5 % of the cadres', () => {
    const adverse = new Set(RATES.filter(({ falls }) => falls !== 'evenly').map(({ code }) => code));
    const counts = new Map<string, number>();
    const known = told.filter((fed) => adverse.has(codeOf(fed)) && cadreOf(fed));
    for (const fed of known) counts.set(cadreOf(fed)?.idNumber ?? '', (counts.get(cadreOf(fed)?.idNumber ?? '') ?? 0) + 1);
    const heaviest = [...counts.values()].toSorted((a, b) => b - a).slice(0, 45);
    expect(
      deviation(
        heaviest.reduce((sum, count) => sum + count, 0),
        known.length,
        SHARES.adverseOnHeavy,
      ),
    ).toBeLessThanOrEqual(MOST);
  });

  it('bring three times as many petitions on law enforcement and administration as on others', () => {
    const petitions = new Set(RATES.filter(({ falls }) => falls === 'petition').map(({ code }) => code));
    const known = told.flatMap((fed) => (petitions.has(codeOf(fed)) ? (cadreOf(fed) ?? []) : []));
    const busy = known.filter(({ category }) => category === '执法执纪' || category === '行政管理');
    // 360 of 900 cadres, three times as often. The few heavy cadres need not be so many of them, so the rest is looked at.
    const heavy = heavyIn(known);
    const [busyRest, rest] = [busy, known].map((list) => list.filter((cadre) => !heavy.has(cadre)));
    const [busyPeople, people] = [
      county.cadres.filter(({ category }) => category === '执法执纪' || category === '行政管理'),
      county.cadres,
    ].map((list) => list.filter((cadre) => !heavy.has(cadre)).length);
    const share = (3 * (busyPeople ?? 0)) / (3 * (busyPeople ?? 0) + (people ?? 0) - (busyPeople ?? 0));
    expect(deviation(busyRest?.length ?? 0, rest?.length ?? 0, share)).toBeLessThanOrEqual(MOST);
  });

  /** The twentieth of the cadres about whom most is said. */
  function heavyIn(about: readonly DemoCadre[]): ReadonlySet<DemoCadre> {
    const counts = new Map<DemoCadre, number>();
    for (const cadre of about) counts.set(cadre, (counts.get(cadre) ?? 0) + 1);
    return new Set(
      [...counts]
        .toSorted(([, a], [, b]) => b - a)
        .slice(0, 45)
        .map(([cadre]) => cadre),
    );
  }

  it('grade 60 % in the lowest class of a type, 30 % in the next, 10 % in the highest', () => {
    const graded = told.filter((fed) => (signalOfType(String(fed.event['type']))?.severities.length ?? 0) >= 3);
    const at = (place: (severities: readonly number[]) => number | undefined): number =>
      graded.filter((fed) => dataOf(fed)['severity'] === place(signalOfType(String(fed.event['type']))?.severities ?? [])).length;
    expect(
      deviation(
        at((classes) => classes[0]),
        graded.length,
        0.6,
      ),
    ).toBeLessThanOrEqual(MOST);
    expect(
      deviation(
        at((classes) => classes.at(-1)),
        graded.length,
        0.1,
      ),
    ).toBeLessThanOrEqual(MOST);
  });

  it.each([
    ['public-hotline-complaint', 0.9, 0.1],
    ['public-accusation-real-name', 0.7, 0.2],
    ['media-unverified-post', 0.95, 0.05],
    ['org-fiscal-discipline-breach', 0, 0.35],
    ['superior-inspection-finding', 0, 0.35],
    ['org-audit-exit-finding', 0, 0],
  ])('have %s checked as far as such things are', (code, unverified, plausible) => {
    const ofCode = told.filter((fed) => codeOf(fed) === code);
    const having = (status: string): number => ofCode.filter((fed) => dataOf(fed)['verification'] === status).length;
    expect(deviation(having('unverified'), ofCode.length, unverified)).toBeLessThanOrEqual(MOST);
    expect(deviation(having('plausible'), ofCode.length, plausible)).toBeLessThanOrEqual(MOST);
  });

  it('have 35 % on two matters of the person, 8 % late, 2 % by a name that says too little', () => {
    const about = told.filter((fed) => 'subject' in dataOf(fed));
    const own = about.flatMap((fed) => (/^M.*-[12]$/.test(String(dataOf(fed)['matter'])) ? [dataOf(fed)['matter']] : []));
    expect(deviation(own.length, about.length, SHARES.onTwoMatters)).toBeLessThanOrEqual(MOST);
    expect(
      deviation(about.filter((fed) => fed.receivedOn - dayOf(String(dataOf(fed)['occurredOn'])) > 30).length, about.length, SHARES.late),
    ).toBeLessThanOrEqual(MOST);
    const vague = about.filter((fed) => !('idNumber' in (dataOf(fed)['subject'] as Told)) && !('post' in (dataOf(fed)['subject'] as Told)));
    expect(deviation(vague.length, about.length, SHARES.unmatched)).toBeLessThanOrEqual(MOST);
  });

  it('send 3 % twice, with the same content, and take back or refute 1 % later', () => {
    const times = Map.groupBy(feed, identityOf);
    const twice = [...times.values()].filter((copies) => copies.length > 1);
    const mayComeAgain = told.filter((fed) => codeOf(fed) !== 'org-clue-registered').length;
    expect(deviation(twice.length, mayComeAgain, SHARES.twice)).toBeLessThanOrEqual(MOST);
    expect(twice.filter(([first, second]) => JSON.stringify(first?.event) !== JSON.stringify(second?.event))).toEqual([]);
    expect(deviation(feed.filter(isFollowUp).length, mayComeAgain, SHARES.takenBack)).toBeLessThanOrEqual(MOST);
  });

  it('dispose of each registered clue that had the time', () => {
    const registered = told.filter((fed) => codeOf(fed) === 'org-clue-registered');
    const disposed = feed.filter((fed) => codeOf(fed) === 'org-clue-disposed');
    expect(disposed.length).toBeLessThanOrEqual(registered.length);
    expect(disposed.length).toBeGreaterThanOrEqual(registered.filter(({ receivedOn }) => receivedOn + 45 <= today).length);
  });

  it('see one campaign a year: 40 to 200 letters of one content on one person within ten days', () => {
    const campaigns = [...Map.groupBy(feed.filter(isLetter), (fed) => String(dataOf(fed)['matter'])).values()];
    expect(campaigns).toHaveLength(YEARS);
    for (const letters of campaigns) {
      const days = letters.map(({ receivedOn }) => receivedOn);
      expect(letters.length).toBeGreaterThanOrEqual(40);
      expect(letters.length).toBeLessThanOrEqual(200);
      expect(Math.max(...days) - Math.min(...days)).toBeLessThan(10);
      expect(new Set(letters.map((fed) => JSON.stringify(dataOf(fed)['fields']))).size).toBe(1);
      expect(new Set(letters.map((fed) => cadreOf(fed)?.name)).size).toBe(1);
    }
  });

  it('tell the stories about people of whom nothing else is said', () => {
    const about = feed.filter(isStory);
    const ages = about.map((fed) => today - dayOf(String(fed.event['time']).slice(0, 10)));
    expect(ages.toSorted((a, b) => b - a)).toEqual([90, 70, 55, 48, 33, 12]);
    expect(about).toHaveLength(6);
  });

  it('are numbered by each agency as offices do: its letters, the year, and a running number that comes once', () => {
    for (const own of Map.groupBy(feed, ({ event }) => String(event['source'])).values()) {
      const letters = new Set(own.map((fed) => idOf(fed).slice(0, 2)));
      expect(letters.size).toBe(1);
      for (const [year, ofYear] of Map.groupBy(new Set(own.map(idOf)), (id) => id.slice(0, 7))) {
        expect(ofYear.toSorted()).toEqual(ofYear.map((_, at) => `${year}-${String(at + 1).padStart(5, '0')}`));
      }
    }
    expect(new Set(feed.map((fed) => idOf(fed).slice(0, 2))).size).toBe(14);
  });

  it('are the same for the same seed and day, by their digest', () => {
    const digestOf = (seed: number): string =>
      createHash('sha256')
        .update(JSON.stringify([...makeFeed({ county, seed, today, prefix: 'A' })]))
        .digest('hex');
    expect(digestOf(1)).toBe(digestOf(1));
    expect(digestOf(2)).not.toBe(digestOf(1));
  });
});

describe('a load', () => {
  it('has exactly as many events as asked, in the order of their days, and begins the same for the same seed', () => {
    const load = [...makeLoad({ county, seed: 7, today, prefix: 'F7' }, 5_000)];
    expect(load).toHaveLength(5_000);
    const days = load.map(({ receivedOn }) => receivedOn);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(Math.max(...days)).toBeLessThanOrEqual(today);
    expect(load).toEqual([...makeLoad({ county, seed: 7, today, prefix: 'F7' }, 5_000)]);
  });
});
