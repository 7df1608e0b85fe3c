import { dateOf, type Day } from '#domain/calendar/day';
import type { DemoCadre, DemoCounty } from './county';
import { typeOf } from './draw-signal';
import { fedEvent, type FedEvent } from './fed-event';
import { fieldsOfType } from './fields-of-type';
import { Random } from './random';
import type { DemoUnit } from './units';

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
  /** What its fields say that chance would not. */
  readonly says?: Readonly<Record<string, unknown>>;
}

const person = ({ idNumber }: DemoCadre): Readonly<Record<string, string>> => ({ idNumber });
const team = ({ code }: DemoUnit): Readonly<Record<string, string>> => ({ unitCode: code });

/** @param subject a person, or a unit as its team */
function tell(subject: Readonly<Record<string, string>>, today: Day, told: Told): FedEvent {
  const type = typeOf(told.code);
  const day = today - told.daysAgo;
  const data = {
    subject,
    occurredOn: dateOf(day - 3),
    matter: told.matter,
    verification: told.verification,
    reporterKind: told.reporterKind,
    severity: told.severity,
    clue: told.clue,
    fields: { ...fieldsOfType(new Random(day), type, day - 3), ...told.says },
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
const township: Story = (county, today) => {
  const head = person(headOfTownship(county));
  return [
    tell(head, today, {
      agency: 'PET',
      code: 'public-accusation-real-name',
      id: 'story-1-letter',
      daysAgo: 70,
      severity: 3,
      verification: 'unverified',
      reporterKind: 'real-name',
      matter: 'M-2026-01',
    }),
    tell(head, today, {
      agency: 'HOT',
      code: 'public-hotline-complaint',
      id: 'story-1-call',
      daysAgo: 55,
      severity: 2,
      verification: 'unverified',
      reporterKind: 'unknown',
      matter: 'M-2026-01',
    }),
    tell(head, today, {
      agency: 'NET',
      code: 'media-negative-report',
      id: 'story-1-press',
      daysAgo: 33,
      severity: 2,
      verification: 'plausible',
      reporterKind: 'media',
      matter: 'M-2026-01',
    }),
    tell(head, today, {
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
  const deputy = person(deputyForFinance(county));
  return [
    tell(deputy, today, {
      agency: 'FIN',
      code: 'org-fiscal-discipline-breach',
      id: 'story-2-fiscal',
      daysAgo: 90,
      severity: 3,
      verification: 'verified',
      reporterKind: 'agency-finding',
      matter: 'CZ-2026-03',
    }),
    tell(deputy, today, {
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

/** What an inspection asked of a township is not done in time, and its people notice. */
const unfinished: Story = (county, today) => {
  const unit = team(teamOfTownship(county));
  return [
    tell(unit, today, {
      agency: 'INS',
      code: 'superior-inspection-rectification-overdue',
      id: 'story-3-overdue',
      daysAgo: 120,
      severity: 3,
      verification: 'verified',
      reporterKind: 'agency-finding',
      matter: 'XC-2026-05',
    }),
    tell(unit, today, {
      agency: 'ORG',
      code: 'team-democratic-life-defect',
      id: 'story-3-meeting',
      daysAgo: 75,
      severity: 2,
      verification: 'verified',
      reporterKind: 'agency-finding',
      matter: 'MZ-2026-02',
    }),
    tell(unit, today, {
      agency: 'PET',
      code: 'public-group-visit',
      id: 'story-3-visit',
      daysAgo: 40,
      severity: 3,
      verification: 'plausible',
      reporterKind: 'unknown',
      matter: 'XC-2026-05',
      says: { unitFault: true },
    }),
    tell(unit, today, {
      agency: 'DIS',
      code: 'team-rectification-unfinished',
      id: 'story-3-unfinished',
      daysAgo: 16,
      severity: 3,
      verification: 'verified',
      reporterKind: 'agency-finding',
      matter: 'XC-2026-05',
    }),
  ];
};

export const STORIES: readonly Story[] = [township, finance, unfinished];
