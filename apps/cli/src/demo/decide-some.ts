import type { CandidatePage, CandidateRow } from '#contracts/console/candidates';
import { dateOf, type Day } from '#domain/calendar/day';
import type { Door } from './door';

/** Younger candidates are left to whoever looks at the demo, and with them the told stories. */
const LEFT_OPEN_DAYS = 60;
/** Of the older ones one in so many is dismissed, the others are taken under a clue number. */
const ONE_DISMISSED_IN = 6;
const REASONS = ['反映事项已另案了结', '经核对属重复反映', '有关部门已处理完毕'];

async function allProposed(door: Door): Promise<readonly CandidateRow[]> {
  const rows: CandidateRow[] = [];
  for (let cursor = ''; ;) {
    const page: CandidatePage = await door.as('handler', `GET /api/v1/candidates?state=proposed&limit=200${cursor}`);
    rows.push(...page.items);
    if (page.next === null) return rows;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
}

async function dismiss(door: Door, { id }: CandidateRow, reason: string): Promise<void> {
  await door.as('handler', `POST /api/v1/candidates/${id}/dismissal`, { reason });
  await door.as('handling-office-head', `POST /api/v1/candidates/${id}/dismissal/confirmation`);
}

/**
 * Demo people decide about the candidates that have waited longest, each in the role that may. Only what the product has today is
 * acted out: dismissal by two people, and taking.
 * @returns how many were proposed and how many of them decided
 */
export async function decideSome(door: Door, today: Day): Promise<{ readonly proposed: number; readonly decided: number }> {
  const proposed = await allProposed(door);
  const before = dateOf(today - LEFT_OPEN_DAYS);
  const old = proposed
    .filter(({ proposedOn }) => proposedOn < before)
    .toSorted((a, b) => (a.proposedOn + a.id < b.proposedOn + b.id ? -1 : 1));
  for (const [at, candidate] of old.entries()) {
    if (at % ONE_DISMISSED_IN === ONE_DISMISSED_IN - 1)
      await dismiss(door, candidate, REASONS[Math.floor(at / ONE_DISMISSED_IN) % REASONS.length] ?? '');
    else {
      const clueNumber = `XS-${candidate.proposedOn.slice(0, 4)}-${String(at + 1).padStart(3, '0')}`;
      await door.as('case-management', `POST /api/v1/candidates/${candidate.id}/taking`, { clueNumber });
    }
  }
  return { proposed: proposed.length, decided: old.length };
}
