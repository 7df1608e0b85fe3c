import { signalOfCode } from '#contracts/signals/catalogue';
import type { SignalType } from '#contracts/signals/define-signal';
import { dateOf, type Day } from '#domain/calendar/day';
import type { DemoCadre } from './county';
import { type FedEvent, referenceTo } from './fed-event';
import { fieldsOfType } from './fields-of-type';
import type { Offices } from './offices';
import type { Random } from './random';
import { type Rate, SHARES } from './rates';

/** A signal that is to be sent. */
export interface Draft {
  readonly offices: Offices;
  readonly rate: Rate;
  readonly type: SignalType;
  readonly cadre: DemoCadre;
  readonly received: Day;
  /** What it mitigates, or whose status it sets. */
  readonly target?: FedEvent;
  /** In place of a matter by chance. */
  readonly matter?: string;
}

/** A signal with whom it is about, which later events have to know. */
export interface Sent {
  readonly fed: FedEvent;
  readonly cadre: DemoCadre;
  readonly rate: Rate;
  readonly type: SignalType;
  readonly verification: string;
}

/** @throws RangeError for a code that the catalogue does not have */
export function typeOf(code: string): SignalType {
  const type = signalOfCode(code);
  if (!type) throw new RangeError(`${code} is not in the catalogue`);
  return type;
}

/** The lowest class of a type 60 %, the next 30 %, the highest 10 % (domain: demo-county). */
export function severityOf(random: Random, severities: readonly number[]): number {
  const roll = random.next();
  const at = roll < 0.6 ? 0 : roll < 0.9 ? 1 : severities.length - 1;
  return severities[Math.min(at, severities.length - 1)] ?? 0;
}

function statusOf(random: Random, { unverified, plausible }: Rate): string {
  const roll = random.next() * 100;
  if (roll < unverified) return 'unverified';
  return roll < unverified + plausible ? 'plausible' : 'verified';
}

/** Some name a person who cannot be found by that alone: a clerk is asked. */
function subjectOf(random: Random, { name, idNumber, unit, post }: DemoCadre): Record<string, string> {
  const roll = random.next();
  if (roll < SHARES.unmatched / 2) return { name };
  if (roll < SHARES.unmatched) return { name, unitCode: unit.code };
  return roll < 0.3 ? { name, unitCode: unit.code, post } : { idNumber };
}

function matterOf(random: Random, { postCode }: DemoCadre): string | undefined {
  return random.chance(SHARES.onTwoMatters) ? `M${postCode.slice(1)}-${random.between(1, 2)}` : undefined;
}

/** Days from what happened to the door; some come more than a month late (domain: demo-county). */
export function lateness(random: Random): number {
  return random.chance(SHARES.late) ? random.between(31, 90) : random.below(12);
}

/** What the router asks of a clue (domain: inquiry 1.2); of lesser signals nobody says it. */
function clueOf(random: Random, { falls }: Rate, severity: number): Readonly<Record<string, unknown>> | undefined {
  const { fromClass, keyElements, collusion, concludedBefore } = SHARES.clue;
  if (falls === 'evenly' || severity < fromClass) return undefined;
  return {
    sevenElements: random.between(2, 7),
    keyElementsPresent: random.chance(keyElements),
    collusionRisk: random.chance(collusion),
    priorConclusion: random.chance(concludedBefore),
  };
}

/** The category of an integrity opinion says how grave it is; its class is the same number. */
function fieldsFor(random: Random, type: SignalType, occurred: Day, severity: number): Readonly<Record<string, unknown>> {
  const fields = fieldsOfType(random, type, occurred);
  if (type.code !== 'org-integrity-opinion') return fields;
  const categories = ['①无线索', '②线索已了结', '③已提醒或处分期满', '④线索正在处置', '⑤建议暂缓使用', '⑥建议不使用'];
  return { ...fields, category: categories[severity] };
}

export function drawSignal(random: Random, { offices, rate, type, cadre, received, target, matter }: Draft): Sent {
  const occurred = received - lateness(random);
  const severity = severityOf(random, type.severities);
  const verification = statusOf(random, rate);
  const { reporterKind } = rate;
  const fields = fieldsFor(random, type, occurred, severity);
  const of = target && referenceTo(target);
  const about = {
    subject: subjectOf(random, cadre),
    occurredOn: dateOf(occurred),
    matter: matter ?? matterOf(random, cadre),
    verification,
    reporterKind,
    clue: clueOf(random, rate, severity),
    fields,
  };
  const data =
    type.effect === 'status-setting'
      ? { of, decidedOn: dateOf(received), reporterKind, fields }
      : { ...about, ...(type.effect === 'mitigating' ? { mitigates: [of], factor: random.pick([40, 50, 60, 80]) } : { severity }) };
  return { fed: offices.send(rate.agency, { type: type.type, day: received, data }), cadre, rate, type, verification };
}
