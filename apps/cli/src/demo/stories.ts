import { dateOf, type Day } from '#domain/calendar/day';
import type { DemoCadre, DemoCounty } from './county';
import { typeOf } from './draw-signal';
import { fedEvent, type FedEvent } from './fed-event';
import { fieldsOfType } from './fields-of-type';
import { Random } from './random';

/** Of the agencies of the demo county. */
export const DEMO_PREFIX = 'A';

type Story = (county: DemoCounty, today: Day) => FedEvent[];

interface Told {
  readonly agency: string;
  readonly code: string;
  readonly id: string;
  readonly daysAgo: number;
  readonly severity: number;
  readonly verification: string;
  readonly reporterKind: string;
  readonly matter: string;
  readonly clue?: Readonly<Record<string, unknown>>;
}

function tell(cadre: DemoCadre, today: Day, told: Told): FedEvent {
  const type = typeOf(told.code);
  const day = today - told.daysAgo;
  const data = {
    subject: { idNumber: cadre.idNumber },
    occurredOn: dateOf(day - 3),
    matter: told.matter,
    verification: told.verification,
    reporterKind: told.reporterKind,
    severity: told.severity,
    clue: told.clue,
    fields: fieldsOfType(new Random(day), type, day - 3),
  };
  return fedEvent({ prefix: DEMO_PREFIX, agency: told.agency }, { type: type.type, id: told.id, day, data });
}

/** The first of a category in a unit. @throws RangeError when the county has none */
function cadreOf({ cadres }: DemoCounty, unitCode: string, category: string): DemoCadre {
  const cadre = cadres.find(({ unit, ...held }) => unit.code === unitCode && held.category === category);
  if (!cadre) throw new RangeError('no such cadre in the demo county');
  return cadre;
}

const headOfTownship = (county: DemoCounty): DemoCadre => cadreOf(county, 'U-001', '一把手');
const deputyForFinance = (county: DemoCounty): DemoCadre => cadreOf(county, 'U-003', '财务经济');

/** Of whom only the stories are told. */
export const storiedCadres = (county: DemoCounty): readonly DemoCadre[] => [headOfTownship(county), deputyForFinance(county)];

/** Four voices on the head of a township: letters first, then an audit finding that opens the gate. */
const township: Story = (county, today) => {
  const cadre = headOfTownship(county);
  return [
    tell(cadre, today, {
      agency: 'PET',
      code: 'public-accusation-real-name',
      id: 'story-1-letter',
      daysAgo: 70,
      severity: 3,
      verification: 'unverified',
      reporterKind: 'real-name',
      matter: 'M-2026-01',
    }),
    tell(cadre, today, {
      agency: 'HOT',
      code: 'public-hotline-complaint',
      id: 'story-1-call',
      daysAgo: 55,
      severity: 2,
      verification: 'unverified',
      reporterKind: 'unknown',
      matter: 'M-2026-01',
    }),
    tell(cadre, today, {
      agency: 'NET',
      code: 'media-negative-report',
      id: 'story-1-press',
      daysAgo: 33,
      severity: 2,
      verification: 'plausible',
      reporterKind: 'media',
      matter: 'M-2026-01',
    }),
    tell(cadre, today, {
      agency: 'AUD',
      code: 'org-audit-exit-finding',
      id: 'story-1-audit',
      daysAgo: 12,
      severity: 4,
      verification: 'verified',
      reporterKind: 'agency-finding',
      matter: 'SJ-2026-07',
      clue: { sevenElements: 4, keyElementsPresent: false },
    }),
  ];
};

/** A fiscal breach and an inspection finding on the deputy for finance, waiting for more than a month. */
const finance: Story = (county, today) => {
  const cadre = deputyForFinance(county);
  return [
    tell(cadre, today, {
      agency: 'FIN',
      code: 'org-fiscal-discipline-breach',
      id: 'story-2-fiscal',
      daysAgo: 90,
      severity: 3,
      verification: 'verified',
      reporterKind: 'agency-finding',
      matter: 'CZ-2026-03',
    }),
    tell(cadre, today, {
      agency: 'INS',
      code: 'superior-inspection-finding',
      id: 'story-2-inspection',
      daysAgo: 48,
      severity: 4,
      verification: 'verified',
      reporterKind: 'agency-finding',
      matter: 'XC-2026-02',
      clue: { keyElementsPresent: true, collusionRisk: true },
    }),
  ];
};

export const STORIES: readonly Story[] = [township, finance];
