import type { Day } from '#domain/calendar/day';
import { clockOf } from '#domain/risk/decay';
import type { Gauge } from '#domain/risk/gauge';
import { readMatter } from '#domain/risk/matter-reading';
import type { Policy } from '#domain/risk/policy';
import type { MatterState } from '#domain/risk/subject-state';

interface Weight {
  readonly matter: string;
  readonly y: number;
}

/**
 * What the gate asks besides the level, as `totalOf` says it, by the matters of a gauge: two independent groups in one matter, or a
 * grave solid signal of the leading one. Only matters that might lead are read.
 * @param day not before the last entry
 */
export function isGrounded(gauge: Gauge, day: Day, policy: Policy): boolean {
  const clock = clockOf(policy, day);
  const read = (matter: MatterState) => readMatter(matter, clock, policy);
  const all = [...gauge.atMost()];
  if (all.some(([matter]) => matter.cells.length > 1 && read(matter).twoGroups)) return true;
  const graves = all.flatMap(([matter]) => (matter.grave > 0 ? [read(matter)] : []));
  const leading = graves.reduce<Weight>((most, reading) => (leads(reading, most) ? reading : most), { matter: '', y: 0 });
  if (leading.y === 0) return false;
  return all.every(([matter, most]) => matter.grave > 0 || most < leading.y || !leads(read(matter), leading));
}

function leads(a: Weight, b: Weight): boolean {
  return a.y > b.y || (a.y === b.y && a.y > 0 && a.matter < b.matter);
}
