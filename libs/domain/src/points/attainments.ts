import type { Day } from '#domain/calendar/day';
import { isMet, isReached } from '#domain/points/conditions';
import { type Begun, type DayState, stateOn } from '#domain/points/day-state';
import type { Scheme, Threshold } from '#domain/points/scheme';
import { windowEnd } from '#domain/points/windows';
import { compareText } from '#domain/risk/integers';

/** A threshold that was reached on a day and is met until another. */
export interface Attainment {
  readonly threshold: Threshold;
  readonly from: Day;
  /** The first day on which it is no longer met, if nothing new comes. */
  readonly until: Day;
  /** What counted when it was reached. */
  readonly causes: readonly string[];
}

/**
 * Follows the thresholds over all days on which something begins or ends, those to come included. A threshold is reached only by
 * what begins on the day: nothing gets worse by time alone.
 * @param begun nothing that begins later than the day of the reading
 */
export function attainmentsOf(scheme: Scheme, begun: readonly Begun[]): readonly Attainment[] {
  const closed: Attainment[] = [];
  const open = new Map<string, Omit<Attainment, 'until'>>();
  for (const day of turningDays(scheme, begun)) {
    const before = stateOn(
      scheme,
      begun.filter(({ begins }) => begins < day),
      day,
    );
    const after = stateOn(
      scheme,
      begun.filter(({ begins }) => begins <= day),
      day,
    );
    for (const threshold of scheme.thresholds) {
      const attained = [...closed, ...open.values()].map(({ threshold: { key }, from }) => ({ key, from }));
      const was = open.get(threshold.key);
      const [without, together] = [
        { state: before, attained: attained.filter(({ from }) => from < day) },
        { state: after, attained },
      ];
      if (was !== undefined && !(isMet(scheme, threshold, without) && isMet(scheme, threshold, together))) {
        closed.push({ ...was, until: day });
        open.delete(threshold.key);
      }
      if (!open.has(threshold.key) && isReached(scheme, threshold, without, together)) {
        open.set(threshold.key, { threshold, from: day, causes: causesOf(after) });
      }
    }
  }
  return closed;
}

function causesOf({ counted }: DayState): readonly string[] {
  return [...new Set([...counted.values()].flatMap((ofWindow) => [...ofWindow.keys()]))].toSorted(compareText);
}

/** Days on which something begins or ends: of bearers, and of what may have been reached on such a day. */
function turningDays({ windows, thresholds }: Scheme, begun: readonly Begun[]): readonly Day[] {
  const begins = begun.map((bearer) => bearer.begins);
  const counting = thresholds.flatMap(({ anyOf }) => anyOf.flatMap((each) => (each.kind === 'reached' ? [each.window] : [])));
  const ofBearers = begun.flatMap(({ ends }) => [...ends.values()]);
  const ofReached = begins.flatMap((day) => windows.filter(({ key }) => counting.includes(key)).map((window) => windowEnd(window, day)));
  return [...new Set([...begins, ...ofBearers, ...ofReached])].toSorted((a, b) => a - b);
}
