import type { CandidateRow, ExplanationAnswer, LevelName } from '../../contracts';
import { dayOfInstant, instantOf } from '../../parts/civil-day';
import type { Mark } from './timeline-marks';

/** A point of the line below the lanes. */
export interface LinePoint {
  readonly at: number;
  readonly e: number;
  readonly level: LevelName;
}

/** What was done about the person, standing on the line. */
export interface Flag {
  readonly at: number;
  readonly kind: 'proposed' | 'taken' | 'dismissed';
}

export interface Picture {
  readonly marks: readonly Mark[];
  readonly line: readonly LinePoint[];
  readonly flags: readonly Flag[];
  readonly levels: ExplanationAnswer['levels'];
  readonly from: number;
  readonly to: number;
}

const MILLIS_A_DAY = 86_400_000;
const SHORTEST = 180 * MILLIS_A_DAY;

export function pictureOf(explanation: ExplanationAnswer, marks: readonly Mark[], candidates: readonly CandidateRow[]): Picture {
  const { history, asOf, e, level, levels } = explanation;
  const today = instantOf(asOf);
  const line = [...history.map((step) => ({ at: instantOf(step.day), e: step.e, level: step.level })), { at: today, e, level }];
  const flags = candidates.flatMap(flagsOf).filter(({ at }) => at <= today);
  const first = Math.min(today - SHORTEST, ...[...marks, ...line].map(({ at }) => at));
  const margin = (today - first) * 0.03;
  return { marks, line, flags, levels, from: first - margin, to: today + margin };
}

function flagsOf({ proposedOn, state, decidedAt }: CandidateRow): readonly Flag[] {
  const proposed: Flag = { at: instantOf(proposedOn), kind: 'proposed' };
  if (decidedAt === null) return [proposed];
  return [proposed, { at: instantOf(dayOfInstant(Date.parse(decidedAt))), kind: state === 'dismissed' ? 'dismissed' : 'taken' }];
}
