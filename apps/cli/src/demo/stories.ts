import { dateOf, type Day } from '#domain/calendar/day';
import type { DemoCadre, DemoCounty } from './county';
import { typeOf } from './draw-signal';
import type { FedEvent } from './fed-event';
import { fieldsOfType } from './fields-of-type';
import type { Offices } from './offices';
import { Random } from './random';
import type { DemoUnit } from './units';

/** Of the agencies of the demo county. */
export const DEMO_PREFIX = 'A';

type Subject = Readonly<Record<string, string>>;

interface Told {
  readonly agency: string;
  readonly code: string;
  readonly daysAgo: number;
  readonly severity: number;
  readonly verification: string;
  readonly reporterKind: string;
  readonly matter: string;
  readonly clue?: Readonly<Record<string, unknown>>;
  /** What its fields say that chance would not. */
  readonly says?: Readonly<Record<string, unknown>>;
}

/** The first of a category in a unit. @throws RangeError when the county has none */
function cadreOf({ cadres }: DemoCounty, unitCode: string, category: string): DemoCadre {
  const cadre = cadres.find(({ unit, ...held }) => unit.code === unitCode && held.category === category);
  if (!cadre) throw new RangeError('no such cadre in the demo county');
  return cadre;
}

const headOfTownship = (county: DemoCounty): DemoCadre => cadreOf(county, 'U-001', '一把手');
const deputyForFinance = (county: DemoCounty): DemoCadre => cadreOf(county, 'U-003', '财务经济');

/** @throws RangeError when the county has none */
function teamOfTownship({ units }: DemoCounty): DemoUnit {
  const unit = units.find(({ code }) => code === 'U-002');
  if (!unit) throw new RangeError('no such unit in the demo county');
  return unit;
}

/** Of which only a story is told; of the people in it other things are said too. */
export const storiedUnits = (county: DemoCounty): readonly DemoUnit[] => [teamOfTownship(county)];

/** Of whom only the stories are told. */
export const storiedCadres = (county: DemoCounty): readonly DemoCadre[] => [headOfTownship(county), deputyForFinance(county)];

/** Four voices on the head of a township: letters first, then an audit finding that opens the gate. */
const TOWNSHIP: readonly Told[] = [
  {
    agency: 'PET',
    code: 'public-accusation-real-name',
    daysAgo: 70,
    severity: 3,
    verification: 'unverified',
    reporterKind: 'real-name',
    matter: 'M-2026-01',
  },
  {
    agency: 'HOT',
    code: 'public-hotline-complaint',
    daysAgo: 55,
    severity: 2,
    verification: 'unverified',
    reporterKind: 'unknown',
    matter: 'M-2026-01',
  },
  {
    agency: 'NET',
    code: 'media-negative-report',
    daysAgo: 33,
    severity: 2,
    verification: 'plausible',
    reporterKind: 'media',
    matter: 'M-2026-01',
  },
  {
    agency: 'AUD',
    code: 'org-audit-exit-finding',
    daysAgo: 12,
    severity: 4,
    verification: 'verified',
    reporterKind: 'agency-finding',
    matter: 'SJ-2026-07',
    clue: { sevenElements: 4, keyElementsPresent: false },
  },
];

/** A fiscal breach and an inspection finding on the deputy for finance, waiting for more than a month. */
const FINANCE: readonly Told[] = [
  {
    agency: 'FIN',
    code: 'org-fiscal-discipline-breach',
    daysAgo: 90,
    severity: 3,
    verification: 'verified',
    reporterKind: 'agency-finding',
    matter: 'CZ-2026-03',
  },
  {
    agency: 'INS',
    code: 'superior-inspection-finding',
    daysAgo: 48,
    severity: 4,
    verification: 'verified',
    reporterKind: 'agency-finding',
    matter: 'XC-2026-02',
    clue: { keyElementsPresent: true, collusionRisk: true },
  },
];

/** What an inspection asked of a township is not done in time, and its people notice. */
const UNFINISHED: readonly Told[] = [
  {
    agency: 'INS',
    code: 'superior-inspection-rectification-overdue',
    daysAgo: 120,
    severity: 3,
    verification: 'verified',
    reporterKind: 'agency-finding',
    matter: 'XC-2026-05',
  },
  {
    agency: 'ORG',
    code: 'team-democratic-life-defect',
    daysAgo: 75,
    severity: 2,
    verification: 'verified',
    reporterKind: 'agency-finding',
    matter: 'MZ-2026-02',
  },
  {
    agency: 'PET',
    code: 'public-group-visit',
    daysAgo: 40,
    severity: 3,
    verification: 'plausible',
    reporterKind: 'unknown',
    matter: 'XC-2026-05',
    says: { unitFault: true },
  },
  {
    agency: 'DIS',
    code: 'team-rectification-unfinished',
    daysAgo: 16,
    severity: 3,
    verification: 'verified',
    reporterKind: 'agency-finding',
    matter: 'XC-2026-05',
  },
];

/** What the agencies say of each of the storied, and nobody of anything else about them. */
export function tellStories(county: DemoCounty, today: Day, offices: Offices): FedEvent[] {
  const stories: readonly (readonly [Subject, readonly Told[]])[] = [
    [{ idNumber: headOfTownship(county).idNumber }, TOWNSHIP],
    [{ idNumber: deputyForFinance(county).idNumber }, FINANCE],
    [{ unitCode: teamOfTownship(county).code }, UNFINISHED],
  ];
  return stories.flatMap(([subject, told]) => told.map((one) => tell(subject, one, today, offices)));
}

function tell(subject: Subject, told: Told, today: Day, offices: Offices): FedEvent {
  const { agency, code, daysAgo, says, ...said } = told;
  const type = typeOf(code);
  const day = today - daysAgo;
  const fields = { ...fieldsOfType(new Random(day), type, day - 3), ...says };
  return offices.send(agency, { type: type.type, day, data: { subject, occurredOn: dateOf(day - 3), ...said, fields } });
}
