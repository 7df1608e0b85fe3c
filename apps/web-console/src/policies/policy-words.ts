import type { PolicyFile, PolicyKind, PolicyRow } from '../contracts';
import { policyWord } from '../parts/words';
import { writtenDay } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { language } from '../texts/language';
import { textsOf } from '../texts/texts';

const texts = textsOf('policies');

/** In the order in which the page offers them. */
export const KINDS = Object.keys(texts.kinds) as readonly PolicyKind[];
export const kindWord = (kind: PolicyKind): string => texts.kinds[kind];

export const STATES = Object.keys(texts.states) as readonly PolicyRow['state'][];
export const stateWord = (state: PolicyRow['state']): string => texts.states[state];

export const deedWord = (deed: PolicyFile['history'][number]['deed']): string => texts.deeds[deed];

/** A document may have no name yet. */
export const nameOf = (name: string): string => (name === '' ? texts.nameless : policyWord(name));

/** What the server says in both languages. */
export const told = (words: { readonly zh: string; readonly en: string }): string => (language === 'en-US' ? words.en : words.zh);

/** The days of one stretch on which a policy was live. */
export function daysWord({ from, until }: PolicyRow['inForce'][number]): string {
  return until === null ? fill(texts.inForceSince, { from: writtenDay(from) }) : fill(texts.inForceFromTo, { from: writtenDay(from), until: writtenDay(until) });
}
