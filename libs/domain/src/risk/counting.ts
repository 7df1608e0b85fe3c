import { stored } from '#domain/risk/decay';
import { compareText } from '#domain/risk/integers';
import type { SignalEntry } from '#domain/risk/ledger-entry';
import { difference, type Difference } from '#domain/risk/matters';
import type { Policy } from '#domain/risk/policy';
import { NOTHING, type Value } from '#domain/risk/signal-value';

/** A letter of a campaign and how much of it is left. */
interface Letter {
  readonly signal: SignalEntry;
  readonly value: Value;
  readonly growth: bigint;
}

export function letterOf(signal: SignalEntry, value: Value, policy: Policy): Letter {
  return { signal, value, growth: stored(policy, value.odds, signal.day, signal.halfLife) };
}

/**
 * Of letters of one campaign, channel, group and half-life the one that counts comes first: that of which most is left, on any day,
 * then the latest, then the smallest id.
 * @see design risk-model 4 Campaigns, decision 0026
 */
export function compareLetters(a: Letter, b: Letter): number {
  if (a.growth !== b.growth) return a.growth > b.growth ? -1 : 1;
  return b.signal.day - a.signal.day || compareText(a.signal.id, b.signal.id);
}

/**
 * What counts at each position of a log, while values only rise from one position to the next: a signal by itself, a campaign by one
 * of its letters that have come.
 */
export class Counting {
  private readonly alone = new Map<string, Value>();
  private readonly first = new Map<string, Letter>();

  /** @param campaignOf the name under which letters count as one; undefined for a signal in no campaign */
  constructor(
    private readonly campaignOf: (signal: SignalEntry) => string | undefined,
    private readonly policy: Policy,
  ) {}

  /**
   * The differences that a signal's new value makes to what counts.
   * @param value not lower than its value before
   */
  withValue(signal: SignalEntry, value: Value): readonly Difference[] {
    const campaign = this.campaignOf(signal);
    return campaign === undefined ? this.ofOne(signal, value) : this.ofLetter(campaign, letterOf(signal, value, this.policy));
  }

  private ofOne(signal: SignalEntry, value: Value): readonly Difference[] {
    const was = this.alone.get(signal.id) ?? NOTHING;
    this.alone.set(signal.id, value);
    return [difference(signal, was, value)];
  }

  private ofLetter(campaign: string, letter: Letter): readonly Difference[] {
    const first = this.first.get(campaign);
    const isFirst = first?.signal.id === letter.signal.id;
    if (first !== undefined && !isFirst && compareLetters(first, letter) < 0) return [];
    this.first.set(campaign, letter);
    if (first === undefined || isFirst) return [difference(letter.signal, first?.value ?? NOTHING, letter.value)];
    return [difference(first.signal, first.value, NOTHING), difference(letter.signal, NOTHING, letter.value)];
  }
}
