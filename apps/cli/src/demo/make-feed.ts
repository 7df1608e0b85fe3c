import { signalOfCode } from '#contracts/signals/catalogue';
import { SIGNAL_STATUS_CHANGED, SIGNAL_WITHDRAWN } from '#contracts/signals/follow-ups';
import { dateOf, type Day } from '#domain/calendar/day';
import type { DemoCadre, DemoCounty } from './county';
import { cloudEvent, type FedEvent, fieldsUpTo } from './fed-event';
import { Random } from './random';
import { type Rate, RATES, severityOf, statusOf } from './rates';
import { STORIES } from './stories';

const YEARS = 2;
const HEAVY_SHARE = 0.05;
const BUSY = new Set(['执法执纪', '行政管理']);

interface Draft {
  readonly rate: Rate;
  readonly cadre: DemoCadre;
  readonly id: string;
  readonly occurred: Day;
  readonly received: Day;
}

function subjectOf(random: Random, cadre: DemoCadre): Record<string, string> {
  const roll = random.next();
  if (roll < 0.02) return { name: cadre.name };
  if (roll < 0.3) return { name: cadre.name, unitCode: cadre.unit.code, post: cadre.post };
  return { idNumber: cadre.idNumber };
}

function matterOf(random: Random, cadre: DemoCadre): string | undefined {
  if (!random.chance(0.35)) return undefined;
  return `M-${cadre.postCode}-${1 + random.below(2)}`;
}

function signalOf(random: Random, draft: Draft): FedEvent {
  const { rate, cadre, id, occurred, received } = draft;
  const type = signalOfCode(rate.code);
  if (!type) throw new RangeError(`${rate.code} is not in the catalogue`);
  const data = {
    subject: subjectOf(random, cadre),
    occurredOn: dateOf(occurred),
    matter: matterOf(random, cadre),
    verification: statusOf(random, rate),
    reporterKind: rate.reporterKind,
    severity: severityOf(random, type.severities),
    fields: fieldsUpTo(type, occurred),
  };
  return { agency: rate.agency, receivedOn: received, event: cloudEvent(rate.agency, { type: type.type, id, day: received, data }) };
}

/** Poisson by counting: how many of a yearly rate fall on one person over the years. */
function countOf(random: Random, expected: number): number {
  let count = 0;
  let product = random.next();
  for (const limit = Math.exp(-expected); product > limit; product *= random.next()) count += 1;
  return count;
}

function expectedOf(rate: Rate, cadre: DemoCadre, heavy: boolean): number {
  const busy = rate.public === true && BUSY.has(cadre.category) ? 3 : 1;
  return rate.perYear * YEARS * busy * (heavy ? 6 : 0.9);
}

function draftsOf(random: Random, county: DemoCounty, today: Day): Draft[] {
  const heavy = new Set(county.cadres.filter(() => random.chance(HEAVY_SHARE)).map((cadre) => cadre.idNumber));
  return county.cadres.flatMap((cadre, person) =>
    RATES.flatMap((rate) =>
      Array.from({ length: countOf(random, expectedOf(rate, cadre, heavy.has(cadre.idNumber))) }, (_, at) => {
        const received = today - random.below(YEARS * 365);
        const late = random.chance(0.08) ? 31 + random.below(60) : random.below(12);
        return { rate, cadre, id: `${rate.code}-${person}-${at}`, occurred: received - late, received };
      }),
    ),
  );
}

/** Some are sent twice, some withdrawn, some refuted later. */
function aftermathOf(random: Random, sent: FedEvent, today: Day): FedEvent[] {
  const id = String(sent.event['id']);
  const later = Math.min(today, sent.receivedOn + 1 + random.below(40));
  const roll = random.next();
  if (roll < 0.03) return [sent];
  if (roll < 0.035) {
    const data = { id, reason: '登记有误' };
    return [
      { ...sent, receivedOn: later, event: cloudEvent(sent.agency, { type: SIGNAL_WITHDRAWN, id: `${id}-withdrawn`, day: later, data }) },
    ];
  }
  if (roll < 0.06) {
    const status = roll < 0.045 ? 'refuted' : 'plausible';
    const data = { of: { source: sent.event['source'], id }, status, decidedOn: dateOf(later) };
    return [
      {
        ...sent,
        receivedOn: later,
        event: cloudEvent(sent.agency, { type: SIGNAL_STATUS_CHANGED, id: `${id}-checked`, day: later, data }),
      },
    ];
  }
  return [];
}

/**
 * Two years of a small fictional county, in the order in which its agencies send; the same for the same seed and day.
 * @see domain demo county
 */
export function makeFeed(county: DemoCounty, seed: number, today: Day): readonly FedEvent[] {
  const random = new Random(seed ^ 0x5eed);
  const signals = draftsOf(random, county, today).map((draft) => signalOf(random, draft));
  const told = STORIES.flatMap((story) => story(county, today));
  const all = [...signals, ...signals.flatMap((signal) => aftermathOf(random, signal, today)), ...told];
  return all
    .map((fed, place) => ({ fed, place }))
    .toSorted((a, b) => a.fed.receivedOn - b.fed.receivedOn || a.place - b.place)
    .map(({ fed }) => fed);
}
