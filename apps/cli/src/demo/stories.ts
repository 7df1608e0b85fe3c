import { signalOfCode } from '#contracts/signals/catalogue';
import { dateOf, type Day } from '#domain/calendar/day';
import type { DemoCadre, DemoCounty } from './county';
import { cloudEvent, type FedEvent, fieldsUpTo } from './fed-event';

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
  const type = signalOfCode(told.code);
  if (!type) throw new RangeError(`${told.code} is not in the catalogue`);
  const day = today - told.daysAgo;
  const data = {
    subject: { idNumber: cadre.idNumber },
    occurredOn: dateOf(day - 3),
    matter: told.matter,
    verification: told.verification,
    reporterKind: told.reporterKind,
    severity: told.severity,
    clue: told.clue,
    fields: fieldsUpTo(type, day - 3),
  };
  return { agency: told.agency, receivedOn: day, event: cloudEvent(told.agency, { type: type.type, id: told.id, day, data }) };
}

function cadreAt({ cadres }: DemoCounty, place: number): DemoCadre {
  const cadre = cadres[place];
  if (!cadre) throw new RangeError('no such cadre in the demo county');
  return cadre;
}

/** Four voices on the head of a township: letters first, then an audit finding that opens the gate. */
const township: Story = (county, today) => {
  const cadre = cadreAt(county, 0);
  return [
    tell(cadre, today, {
      agency: 'A-PET',
      code: 'public-accusation-real-name',
      id: 'story-1-letter',
      daysAgo: 70,
      severity: 3,
      verification: 'unverified',
      reporterKind: 'real-name',
      matter: 'M-2026-01',
    }),
    tell(cadre, today, {
      agency: 'A-HOT',
      code: 'public-hotline-complaint',
      id: 'story-1-call',
      daysAgo: 55,
      severity: 2,
      verification: 'unverified',
      reporterKind: 'unknown',
      matter: 'M-2026-01',
    }),
    tell(cadre, today, {
      agency: 'A-NET',
      code: 'media-negative-report',
      id: 'story-1-press',
      daysAgo: 33,
      severity: 2,
      verification: 'plausible',
      reporterKind: 'media',
      matter: 'M-2026-01',
    }),
    tell(cadre, today, {
      agency: 'A-AUD',
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
  const cadre = cadreAt(county, 22);
  return [
    tell(cadre, today, {
      agency: 'A-FIN',
      code: 'org-fiscal-discipline-breach',
      id: 'story-2-fiscal',
      daysAgo: 90,
      severity: 3,
      verification: 'verified',
      reporterKind: 'agency-finding',
      matter: 'CZ-2026-03',
    }),
    tell(cadre, today, {
      agency: 'A-INS',
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
