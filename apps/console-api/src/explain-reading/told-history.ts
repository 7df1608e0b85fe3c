import type { ExplanationAnswer, StepReason } from '#contracts/console/cadres';
import { signalOfCode } from '#contracts/signals/catalogue';
import { dateOf } from '#domain/calendar/day';
import type { LevelStep } from '#domain/risk/trail';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { levelName } from '#domain/risk/level';

type ById = ReadonlyMap<string, LedgerEntry>;

/** The steps of a level, each with what moved it. */
export function toldHistory(steps: readonly LevelStep[], entries: readonly LedgerEntry[]): ExplanationAnswer['history'] {
  const byId: ById = new Map(entries.map((entry) => [entry.id, entry]));
  return steps.map(({ day, level, E, cause }) => ({
    day: dateOf(day),
    level: levelName(level),
    e: E,
    cause,
    reason: reasonOf(byId.get(cause), byId),
  }));
}

/** @param entry undefined where time alone moved the level */
function reasonOf(entry: LedgerEntry | undefined, byId: ById): StepReason {
  switch (entry?.kind) {
    case 'signal':
      return { kind: 'signal', ...about(entry, byId), status: null, grade: null };
    case 'change':
      return { kind: 'change', ...about(entry, byId), status: entry.status ?? null, grade: entry.grade ?? null };
    case 'mitigation':
    case 'withdrawal':
    case 'link':
    case 'campaign':
      return { kind: entry.kind, ...about(entry, byId), status: null, grade: null };
    default:
      return { kind: 'time', ...about(undefined, byId), status: null, grade: null };
  }
}

type About = Pick<StepReason, 'eventId' | 'code' | 'label'>;

/** The signal or mitigation itself; of a decision and of what was taken back the one that they name. */
function about(entry: LedgerEntry | undefined, byId: ById): About {
  if (entry === undefined) return { eventId: null, code: null, label: null };
  if (entry.kind === 'change' || entry.kind === 'withdrawal') return about(byId.get(entry.target), byId);
  return { eventId: entry.id, ...named('code' in entry ? entry.code : undefined) };
}

function named(code: string | undefined): Pick<About, 'code' | 'label'> {
  return code === undefined ? { code: null, label: null } : { code, label: signalOfCode(code)?.label ?? code };
}
