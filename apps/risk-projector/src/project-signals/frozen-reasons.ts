import { type GatePassed, MOST_MATTERS, MOST_REASONS, type Reason } from '#contracts/risk/risk-events';
import { dateOf } from '#domain/calendar/day';
import type { ChannelPart, EventPart } from '#domain/risk/explain';
import { compareText } from '#domain/risk/integers';

/**
 * What a candidate is frozen with. Bounded, however many letters a flood brings: the weightiest reasons, one sum of the rest,
 * and the weightiest matters.
 */
export function frozenReasons(channels: readonly ChannelPart[]): Pick<GatePassed, 'reasons' | 'rest' | 'matters'> {
  const contributing = channels
    .flatMap((channel) => channel.matters)
    .flatMap((matter) => matter.events)
    .filter((event) => event.part > 0)
    .toSorted((a, b) => b.part - a.part || compareText(a.id, b.id));
  const beyond = contributing.slice(MOST_REASONS);
  return {
    reasons: contributing.slice(0, MOST_REASONS).map(reasonOf),
    rest: { count: beyond.length, part: beyond.reduce((sum, { part }) => sum + part, 0) },
    matters: weightiestMatters(channels),
  };
}

/** By odds and not by parts: in a flood the part of a matter may round to nothing though it was weighed. */
function weightiestMatters(channels: readonly ChannelPart[]): string[] {
  const odds = new Map<string, number>();
  for (const { matter, y } of channels.flatMap((channel) => channel.matters)) odds.set(matter, (odds.get(matter) ?? 0) + y);
  return [...odds]
    .filter(([, y]) => y > 0)
    .toSorted(([a, ofA], [b, ofB]) => ofB - ofA || compareText(a, b))
    .slice(0, MOST_MATTERS)
    .map(([matter]) => matter);
}

function reasonOf(event: EventPart): Reason {
  return {
    eventId: event.id,
    code: event.code ?? '',
    channel: event.channel,
    matter: event.matter,
    day: dateOf(event.day),
    status: event.status,
    grade: event.grade,
    part: event.part,
  };
}
