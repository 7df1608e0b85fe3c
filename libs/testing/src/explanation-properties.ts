import { explain } from '#domain/risk/explain';
import { foldSubject } from '#domain/risk/fold';
import { readingAsOf } from '#domain/risk/history';
import { levelHistory } from '#testing/level-history';
import { SHIPPED_POLICY as policy } from '#domain/risk/policies';
import { readOn } from '#domain/risk/reading';
import { someDays, type Properties, type Property } from '#testing/fold-properties';
import { anyLedger } from '#testing/tight-ledger';
import fc from 'fast-check';

function sumOfParts(): Property {
  return fc.property(anyLedger, fc.nat({ max: 1_800 }), (log, day) => {
    const { E, P, channels, corroboration, exposure } = explain(log, day, policy);
    const sum = (parts: readonly { readonly part: number }[]): number => parts.reduce((total, { part }) => total + part, 0);
    const matters = channels.flatMap((channel) => channel.matters);
    expect(sum(matters.flatMap(({ events }) => events)) + corroboration.part).toBe(E);
    expect(sum(channels) + corroboration.part).toBe(E);
    for (const channel of channels) expect(sum(channel.matters)).toBe(channel.part);
    for (const matter of matters) expect(sum(matter.events)).toBe(matter.part);
    expect(exposure.part).toBe(P - E);
  });
}

/** That of risk-model 13 which speaks about the explanation, in its words. */
export const EXPLANATION_PROPERTIES_OF_THE_DESIGN: Properties = {
  'leaf contributions + corroboration = E exactly': sumOfParts(),
};

function readingFromTheLastEntryOn(): Property {
  return fc.property(anyLedger, someDays, (log, wait) => {
    const state = foldSubject(log, policy);
    const day = state.asOf + wait;
    expect(readingAsOf(log, day, policy)).toEqual(readOn(state, day, policy));
    for (const { level, day: left } of explain(log, day, policy).fallsOn) {
      const dayBefore = Math.max(left - 1, day);
      expect(readOn(state, left, policy).level).toBeLessThan(level);
      expect(left === day || readOn(state, dayBefore, policy).level >= level).toBe(true);
    }
  });
}

function levelOfTheHistory(): Property {
  return fc.property(anyLedger, fc.nat({ max: 1_500 }), (log, day) => {
    const steps = levelHistory(log, policy, 1_500);
    const lasting = steps.findLast((step) => step.day <= day)?.level ?? 0;
    expect(readingAsOf(log, day, policy).level).toBe(lasting);
  });
}

/** What else holds of every explanation. */
export const OTHER_EXPLANATION_PROPERTIES: Properties = {
  'from the last entry on it is of the reading itself, and falls on the days it says': readingFromTheLastEntryOn(),
  'on every day it has the level of the history': levelOfTheHistory(),
};
