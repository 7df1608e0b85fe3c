/** A signal as far as it matters for joining it with others. */
export interface NamedSignal {
  readonly id: string;
  readonly matter: string;
  readonly channel: string;
  readonly code: string;
}

/** What a person says belongs together, about one subject. */
export type JoiningAsked = { readonly kind: 'link' } | { readonly kind: 'campaign'; readonly texts: number; readonly accounts: number };

export type JoiningRule =
  | 'joining-of-one'
  | 'matters-are-one'
  | 'campaign-not-from-outside'
  | 'campaign-of-several-types'
  | 'more-texts-than-letters'
  | 'more-accounts-than-letters';

export class JoiningRuleBroken extends Error {
  override readonly name = 'JoiningRuleBroken';

  constructor(readonly code: JoiningRule) {
    super(code);
  }
}

/**
 * Whether signals may be joined. A link joins the matters of all signals named: at least two, else it says nothing. Letters of one
 * campaign come from the public or the media and are of one type, so that they count as one item.
 * @param signals of one subject, each once
 * @returns the matters that a link joins, ordered; of a campaign those of its letters
 * @throws JoiningRuleBroken
 * @see design risk-model 4 Campaigns, 5 Matter
 */
export function mattersJoinedBy(asked: JoiningAsked, signals: readonly NamedSignal[]): readonly string[] {
  const broken = asked.kind === 'link' ? brokenByLink(signals) : brokenByCampaign(asked, signals);
  if (broken !== undefined) throw new JoiningRuleBroken(broken);
  return mattersOf(signals);
}

const mattersOf = (signals: readonly NamedSignal[]): readonly string[] =>
  [...new Set(signals.map(({ matter }) => matter))].toSorted((a, b) => (a < b ? -1 : 1));

function brokenByLink(signals: readonly NamedSignal[]): JoiningRule | undefined {
  if (signals.length < 2) return 'joining-of-one';
  return mattersOf(signals).length < 2 ? 'matters-are-one' : undefined;
}

function brokenByCampaign(
  { texts, accounts }: Extract<JoiningAsked, { kind: 'campaign' }>,
  signals: readonly NamedSignal[],
): JoiningRule | undefined {
  if (signals.length < 2) return 'joining-of-one';
  if (!signals.every(({ channel }) => channel === 'public' || channel === 'media')) return 'campaign-not-from-outside';
  if (new Set(signals.map(({ code }) => code)).size > 1) return 'campaign-of-several-types';
  if (texts > signals.length) return 'more-texts-than-letters';
  return accounts > signals.length ? 'more-accounts-than-letters' : undefined;
}
