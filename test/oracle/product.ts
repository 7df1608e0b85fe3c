import { explain } from '#domain/risk/explain';
import { readingAsOf } from '#domain/risk/history';
import type { Policy } from '#domain/risk/policy';
import type { Answer, Case, Read } from './oracle';
import { levelHistory } from '#testing/level-history';

/** What the product says of a case, in the shape of the oracle. */
export function askProduct({ entries, days }: Case, until: number, policy: Policy): Answer {
  const ordered = [...new Set(days)].toSorted((a, b) => a - b);
  return {
    reads: ordered.map((day) => read(entries, day, policy)),
    history: endsOfDays(levelHistory(entries, policy, until)),
  };
}

function read(entries: Case['entries'], day: number, policy: Policy): Read {
  const { channels, corroboration, level, floor, gateOpen, leadingMatter, E, P, odds } = explain(entries, day, policy);
  const { exposurePercent, channels: channelOdds } = readingAsOf(entries, day, policy);
  const matters = channels.flatMap(({ channel, matters: ofChannel }) => ofChannel.map((matter) => ({ ...matter, channel })));
  const events = matters.flatMap((matter) => matter.events);
  return {
    day,
    E,
    P,
    odds,
    exposure: String((BigInt(exposurePercent.numerator) * 10n ** 14n) / BigInt(exposurePercent.denominator)),
    level,
    gateOpen,
    floor: floor ? [floor.level, floor.until] : null,
    leadingMatter: leadingMatter ?? null,
    corroboration: corroboration.odds,
    channels: withoutNone(Object.entries(channelOdds)),
    channelParts: withoutNone([...channels.map(({ channel, part }) => [channel, part] as const), ['corroboration', corroboration.part]]),
    matterParts: withoutNone(matters.map(({ channel, matter, part }) => [`${channel} ${matter}`, part])),
    eventParts: withoutNone(events.map(({ id, part }) => [id, part])),
    decayed: Object.fromEntries(events.filter(({ c }) => c > 0).map(({ id, c, decayed }) => [id, [c, decayed]])),
  };
}

function withoutNone(pairs: readonly (readonly [string, number])[]): Readonly<Record<string, number>> {
  return Object.fromEntries(pairs.filter(([, value]) => value !== 0));
}

function endsOfDays(steps: ReturnType<typeof levelHistory>): Answer['history'] {
  const lastOfDay = [...new Map(steps.map(({ day, level, E }) => [day, [day, level, E] as const])).values()];
  return lastOfDay.filter(([, level], place) => level !== (lastOfDay[place - 1]?.[1] ?? 0));
}
