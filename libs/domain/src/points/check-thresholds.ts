import { isEmpty } from '#domain/points/check-sources';
import type { Finding } from '#domain/policy/policy-life';
import { finding } from '#domain/points/finding';
import { type Condition, isOfSignal, type Scheme } from '#domain/points/scheme';
import { at } from '#domain/risk/json-shape';

type Sum = Extract<Condition, { kind: 'sum' }>;

/** Thresholds in order, each of them within reach, and periods that end. */
export function thresholdFindings(scheme: Scheme): readonly Finding[] {
  return [
    ...scheme.thresholds.flatMap(({ anyOf }, place) =>
      anyOf.flatMap((condition, nth) => ofCondition(scheme, condition, at(at(at('/thresholds', place), 'anyOf'), nth))),
    ),
    ...order(scheme),
    ...(scheme.start.direction === 'deduct' && scheme.start.value === 0 ? [finding('/start/value', 'nothing-to-deduct-from')] : []),
    ...scheme.consequences.flatMap(({ overlap, mostMonths }, place) => {
      if ((overlap === 'add') === (mostMonths !== undefined)) return [];
      return [finding(at(at('/consequences', place), 'mostMonths'), overlap === 'add' ? 'cap-needed' : 'cap-not-asked')];
    }),
  ];
}

function ofCondition(scheme: Scheme, condition: Condition, pointer: string): readonly Finding[] {
  if (condition.kind === 'sum') return ofSum(scheme, condition, pointer);
  if (condition.kind !== 'consecutive' || condition.by !== 'number') return [];
  const numbered = scheme.items.some(({ of, mark }) => mark === condition.mark && !isOfSignal(of) && of.numbered !== undefined);
  return numbered ? [] : [finding(pointer, 'never-reached')];
}

function ofSum({ start, windows }: Scheme, condition: Sum, pointer: string): readonly Finding[] {
  if (isEmpty(condition)) return [finding(pointer, 'range-is-empty')];
  const window = windows.find(({ key }) => key === condition.window);
  const room = window?.most ?? Infinity;
  if (start.direction === 'add') {
    if (condition.least === undefined) return [finding(pointer, 'least-needed')];
    return condition.least > start.value + room ? [finding(pointer, 'never-reached')] : [];
  }
  if (condition.most === undefined) return [finding(pointer, 'most-needed')];
  return condition.most < start.value - room ? [finding(pointer, 'never-reached')] : [];
}

/** Of thresholds on the sum over one window each is graver than the one before it, and none is met at the start. */
function order({ start, thresholds }: Scheme): readonly Finding[] {
  const graveness = ({ least, most }: Sum): number => (start.direction === 'add' ? (least ?? 0) - start.value : start.value - (most ?? 0));
  const last = new Map<string, number>();
  return thresholds.flatMap(({ anyOf }, place) => {
    const sums = anyOf.flatMap((condition, nth) => (condition.kind === 'sum' ? [{ condition, nth }] : []));
    const found = sums.flatMap(({ condition, nth }) =>
      graveness(condition) > (last.get(condition.window) ?? 0)
        ? []
        : [finding(at(at(at('/thresholds', place), 'anyOf'), nth), 'thresholds-not-ordered')],
    );
    for (const { condition } of sums) last.set(condition.window, Math.max(graveness(condition), last.get(condition.window) ?? 0));
    return found;
  });
}
