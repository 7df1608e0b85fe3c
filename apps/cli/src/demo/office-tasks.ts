import { dateOf, type Day, dayOf } from '#domain/calendar/day';
import type { DemoCadre } from './county';
import { typeOf } from './draw-signal';
import type { FedEvent } from './fed-event';
import type { Offices } from './offices';

/** Months in one post after which the organisation has something to do. */
const AUDIT_AFTER = 60;
const TENURE_LIMIT = 120;

function monthsAfter(since: string, months: number): Day {
  const [year, month] = since.split('-').map(Number);
  const count = (year ?? 0) * 12 + (month ?? 1) - 1 + months;
  return dayOf(`${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`);
}

interface Task {
  readonly code: 'org-audit-due' | 'org-tenure-exceeded' | 'org-rotation-overdue';
  readonly after: number;
  readonly concerns: (cadre: DemoCadre) => boolean;
  readonly fields: (cadre: DemoCadre) => Readonly<Record<string, unknown>>;
}

/** @see domain obligations: 60-month audit, two terms in one post; people in posts over money, people, approval and the law are rotated */
const TASKS: readonly Task[] = [
  {
    code: 'org-audit-due',
    after: AUDIT_AFTER,
    concerns: ({ category }) => category === '一把手',
    fields: () => ({ tenureMonths: AUDIT_AFTER }),
  },
  {
    code: 'org-tenure-exceeded',
    after: TENURE_LIMIT,
    concerns: ({ category }) => category === '一把手',
    fields: () => ({ months: TENURE_LIMIT + 1, limit: TENURE_LIMIT }),
  },
  {
    code: 'org-rotation-overdue',
    after: TENURE_LIMIT,
    concerns: ({ category }) => category !== '一把手' && category !== '其他',
    fields: ({ category }) => ({ postClass: category }),
  },
];

/** What the rules bring by themselves between the two days: the same for everybody in the same post for as long. */
export function officeTasks(cadres: readonly DemoCadre[], offices: Offices, from: Day, to: Day): FedEvent[] {
  return cadres.flatMap((cadre) =>
    TASKS.flatMap(({ code, after, concerns, fields }) => {
      const day = monthsAfter(cadre.since, after);
      if (!concerns(cadre) || day < from || day > to) return [];
      const type = typeOf(code);
      const data = {
        subject: { idNumber: cadre.idNumber },
        occurredOn: dateOf(day),
        verification: 'verified',
        reporterKind: 'agency-finding',
        severity: type.severities[0],
        fields: fields(cadre),
      };
      return [offices.send('ORG', { type: type.type, day, data })];
    }),
  );
}
