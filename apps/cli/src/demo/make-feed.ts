import type { Day } from '#domain/calendar/day';
import { campaign } from './campaign';
import type { DemoCadre, DemoCounty } from './county';
import { drawSignal, type Sent, typeOf } from './draw-signal';
import type { FedEvent } from './fed-event';
import { broken, followUpsOf } from './follow-ups';
import { officeTasks } from './office-tasks';
import { Offices } from './offices';
import { Population } from './population';
import { Random, Wheel } from './random';
import { onSendingDays } from './sending-days';
import { type Rate, RATES, SHARES, YEARS } from './rates';
import { storiedCadres, storiedUnits, tellStories } from './stories';
import { unitEventsByRate, unitsBelow, UnitSignals } from './unit-signals';

const DAYS = YEARS * 365;
/** As many of the latest signals as later ones may mitigate or refute. */
const REMEMBERED = 500;

export interface FeedAsked {
  readonly county: DemoCounty;
  readonly seed: number;
  /** The last day of the two years. */
  readonly today: Day;
  /** With which the codes of the agencies begin. */
  readonly prefix: string;
}

/** Events that wait for their day. */
class Due {
  private readonly byDay = new Map<Day, FedEvent[]>();

  add(events: readonly FedEvent[]): void {
    for (const fed of events) this.byDay.set(fed.receivedOn, [...(this.byDay.get(fed.receivedOn) ?? []), fed]);
  }

  /** What is due, at most so many; the rest is due on the next day. */
  take(day: Day, most: number): readonly FedEvent[] {
    const due = this.byDay.get(day) ?? [];
    this.byDay.delete(day);
    this.add(due.slice(most).map((fed) => ({ ...fed, receivedOn: day + 1 })));
    return due.slice(0, most);
  }
}

class Drawing {
  private readonly random: Random;
  private readonly types = new Wheel<Rate>(RATES, ({ perYear }) => perYear);
  private readonly population: Population;
  private latest: Sent[] = [];
  readonly due = new Due();

  constructor(
    private readonly asked: FeedAsked,
    cadres: readonly DemoCadre[],
    private readonly offices: Offices,
  ) {
    this.random = new Random(asked.seed ^ 0x5eed);
    this.population = new Population(this.random, cadres);
  }

  /** One event of the day by chance; what comes of it later is due then. */
  next(day: Day): FedEvent {
    const sent = this.draw(day);
    if (this.random.chance(SHARES.malformed)) return broken(this.random, sent);
    this.latest = [...this.latest.slice(1 - REMEMBERED), sent];
    this.due.add(followUpsOf(this.random, sent, { offices: this.offices, today: this.asked.today }));
    return sent.fed;
  }

  /** One campaign a year, in the middle of it. */
  campaigns(first: Day): readonly FedEvent[] {
    return Array.from({ length: YEARS }, (_, year) => first + year * 365 + this.random.between(60, 300)).flatMap((from) =>
      campaign(this.random, this.population.draw(this.random, 'petition'), this.offices, from),
    );
  }

  private draw(day: Day): Sent {
    for (;;) {
      const rate = this.types.draw(this.random);
      const type = typeOf(rate.code);
      const target = type.effect === 'mitigating' || type.effect === 'status-setting' ? this.targetOf(rate) : undefined;
      // At the very beginning there is nothing that could be mitigated or refuted.
      if (target === 'none') continue;
      const cadre = target?.cadre ?? this.population.draw(this.random, rate.falls);
      return drawSignal(this.random, { offices: this.offices, rate, type, cadre, received: day, target: target?.fed });
    }
  }

  /** A rumour is one of the media; mitigated is what is scored. */
  private targetOf({ agency }: Rate): Sent | 'none' {
    const isRumour = agency === 'NET';
    const fitting = this.latest.filter(({ type, verification }) =>
      isRumour ? type.channel === 'media' && verification === 'unverified' : type.effect === 'scored',
    );
    return fitting.length === 0 ? 'none' : this.random.pick(fitting);
  }
}

/** How many of so many events have come by the end of a day of the two years. */
const by = (day: number, events: number): number => Math.floor(((day + 1) * events) / DAYS);

/** So many events as the rates say of a county, by chance alone. */
export function eventsByRate(cadres: number): number {
  return Math.round(RATES.reduce((sum, { perYear }) => sum + perYear, 0) * YEARS * cadres);
}

/**
 * Two years of a fictional county, in the order in which its agencies send; the same for the same county, seed and day. What the
 * rates say of cadres and of units, and beside it what follows from it, two campaigns, the tasks that rules bring, and the told
 * stories.
 * @see domain demo-county
 */
export function makeFeed(asked: FeedAsked): Iterable<FedEvent> {
  return onSendingDays(asOfEachDay(asked), asked);
}

function* asOfEachDay(asked: FeedAsked): Generator<FedEvent> {
  const { county, seed, today, prefix } = asked;
  const offices = new Offices(prefix);
  const first = today - DAYS + 1;
  const storied = new Set(storiedCadres(county));
  const ordinary = county.cadres.filter((cadre) => !storied.has(cadre));
  const drawing = new Drawing(asked, ordinary, offices);
  drawing.due.add(drawing.campaigns(first));
  drawing.due.add(officeTasks(ordinary, offices, first, today));
  drawing.due.add(tellStories(county, today, offices));
  const units = unitsBelow(county.units);
  const told = new Set(storiedUnits(county));
  const untold = units.filter((unit) => !told.has(unit));
  const ofUnits = new UnitSignals(seed, offices, untold);
  const events = eventsByRate(county.cadres.length);
  const unitEvents = unitEventsByRate(units.length);
  for (let at = 0; at < DAYS; at += 1) {
    for (let n = by(at - 1, events); n < by(at, events); n += 1) yield drawing.next(first + at);
    for (let n = by(at - 1, unitEvents); n < by(at, unitEvents); n += 1) yield ofUnits.next(first + at);
    yield* drawing.due.take(first + at, Number.POSITIVE_INFINITY);
  }
}

/**
 * The same chance without the rest, and exactly so many events: what follows from an event takes the place of another, and units have
 * their share by the rates.
 */
export function* makeLoad(asked: FeedAsked, events: number): Generator<FedEvent> {
  const { county, seed, today, prefix } = asked;
  const first = today - DAYS + 1;
  const offices = new Offices(prefix);
  const drawing = new Drawing(asked, county.cadres, offices);
  const units = unitsBelow(county.units);
  const ofUnits = new UnitSignals(seed, offices, units);
  const unitEvents = unitEventsByRate(units.length);
  const share = unitEvents / (unitEvents + eventsByRate(county.cadres.length));
  const unitsBy = (day: number): number => Math.floor(by(day, events) * share);
  for (let at = 0; at < DAYS; at += 1) {
    const aboutUnits = unitsBy(at) - unitsBy(at - 1);
    const room = by(at, events) - by(at - 1, events) - aboutUnits;
    const due = drawing.due.take(first + at, room);
    for (let n = due.length; n < room; n += 1) yield drawing.next(first + at);
    for (let n = 0; n < aboutUnits; n += 1) yield ofUnits.next(first + at);
    yield* due;
  }
}
