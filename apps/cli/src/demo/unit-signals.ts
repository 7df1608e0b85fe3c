import type { SignalType } from '#contracts/signals/define-signal';
import { dateOf, type Day } from '#domain/calendar/day';
import { lateness, severityOf, typeOf } from './draw-signal';
import type { FedEvent } from './fed-event';
import { fieldsOfType } from './fields-of-type';
import type { Offices } from './offices';
import { Random, Wheel } from './random';
import { YEARS } from './rates';
import { UNIT_RATES, UNIT_SHARES, type UnitRate } from './unit-rates';
import type { DemoUnit } from './units';

/** The units that signals are about: a county as a whole has no team of its own here. */
export const unitsBelow = (units: readonly DemoUnit[]): readonly DemoUnit[] => units.filter(({ parent }) => parent !== undefined);

/** So many events about so many units as the rates say. */
export function unitEventsByRate(units: number): number {
  return Math.round(UNIT_RATES.reduce((sum, { perYear }) => sum + perYear, 0) * YEARS * units);
}

/** Signals about units by chance: a stream of chance of its own, so that what is drawn about cadres is the same with it and without. */
export class UnitSignals {
  private readonly random: Random;
  private readonly types = new Wheel<UnitRate>(UNIT_RATES, ({ perYear }) => perYear);
  private readonly heavy: readonly DemoUnit[];
  private readonly rest: readonly DemoUnit[];

  /** @param units all on which signals fall by chance */
  constructor(
    seed: number,
    private readonly offices: Offices,
    units: readonly DemoUnit[],
  ) {
    this.random = new Random(seed ^ 0x7ea_0);
    const heavy = new Set<DemoUnit>();
    const count = Math.max(1, Math.round(units.length * UNIT_SHARES.heavyUnits));
    while (heavy.size < count) heavy.add(this.random.pick(units));
    this.heavy = [...heavy];
    this.rest = units.filter((unit) => !heavy.has(unit));
  }

  next(day: Day): FedEvent {
    const rate = this.types.draw(this.random);
    const unit = this.random.pick(this.random.chance(UNIT_SHARES.onHeavy) ? this.heavy : this.rest);
    const type = typeOf(rate.code);
    return this.offices.send(rate.agency, { type: type.type, day, data: this.dataOf(type, rate, unit, day) });
  }

  private dataOf(type: SignalType, { reporterKind, unverified, says }: UnitRate, unit: DemoUnit, day: Day): unknown {
    const { random } = this;
    const occurred = day - lateness(random);
    return {
      subject: { unitCode: unit.code },
      occurredOn: dateOf(occurred),
      matter: random.chance(UNIT_SHARES.onTwoMatters) ? `M${unit.code.slice(1)}-${random.between(1, 2)}` : undefined,
      verification: random.chance(unverified / 100) ? 'unverified' : 'verified',
      reporterKind,
      severity: severityOf(random, type.severities),
      fields: { ...fieldsOfType(random, type, occurred), ...says },
    };
  }
}
