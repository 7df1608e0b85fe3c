import type { CertificateAnswer, SlotAnswer } from '../contracts';
import { fill } from '../parts/fill';
import { wholeNumber } from '../parts/points';
import { policyWord } from '../parts/words';
import { textsOf } from '../texts/texts';

const texts = textsOf('rebuild');

const SECONDS_A_MINUTE = 60;
const SECONDS_AN_HOUR = 3_600;

export const slotStateWord = (state: SlotAnswer['state']): string => texts.states[state];

/** How long something takes, as people say it: seconds below a minute, minutes below an hour. */
export function lasting(seconds: number): string {
  if (seconds < SECONDS_A_MINUTE) return fill(texts.seconds, { count: Math.max(1, Math.ceil(seconds)) });
  if (seconds < SECONDS_AN_HOUR) return fill(texts.minutes, { count: Math.ceil(seconds / SECONDS_A_MINUTE) });
  return fill(texts.hours, { hours: Math.floor(seconds / SECONDS_AN_HOUR), minutes: Math.floor((seconds % SECONDS_AN_HOUR) / SECONDS_A_MINUTE) });
}

/** What is read of the last records is still to be written. */
const MOST_WHILE_FILLING = 99;

/** Percent that is done while a slot is filled: whole, never 100, 0 while nobody has said how much there is. */
export function shareOf({ read, toRead }: NonNullable<SlotAnswer['progress']>): number {
  return toRead === 0 ? 0 : Math.min(MOST_WHILE_FILLING, Math.floor((read / toRead) * 100));
}

export type Verdict = 'holds' | 'too-old' | 'not-valid';

export const verdictOf = ({ valid, holds }: CertificateAnswer): Verdict => (holds ? 'holds' : valid ? 'too-old' : 'not-valid');

export function verdictWord(certificate: CertificateAnswer): string {
  const { rows, differences } = certificate.findings;
  return fill(texts.verdicts[verdictOf(certificate)], {
    rows: wholeNumber(rows),
    wrong: wholeNumber(differences.slot),
    policy: policyWord(certificate.policy.name),
  });
}

/** What differs, a sentence each: first from the live readings, then whose level it would change, then what is wrong. */
export function differenceWords({ findings, policy, livePolicy }: CertificateAnswer): readonly string[] {
  const { differences, raised, lowered } = findings;
  const isSame = policy.hash === livePolicy.hash;
  const counted = (sentence: string, count: number): string => fill(sentence, { count: wholeNumber(count) });
  return [
    ...(isSame ? [texts.samePolicy] : [counted(texts.byPolicy, differences.policy)]),
    raised === 0 && lowered === 0 ? texts.noLevels : fill(texts.levels, { raised: wholeNumber(raised), lowered: wholeNumber(lowered) }),
    ...(differences.slot === 0 ? [] : [counted(texts.slotWrong, differences.slot)]),
    ...(differences.live === 0 ? [] : [counted(texts.liveWrong, differences.live)]),
  ];
}
