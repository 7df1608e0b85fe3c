import type { RebuildAnswer } from '#contracts/console/rebuild';

const HASH_SHOWN = 12;
const count = (value: number): string => value.toLocaleString('en-US');

/** How the slots stand, one line each. */
export function rebuildText({ live, other, certificate, openReviews }: RebuildAnswer): string {
  return [
    slotText(live),
    slotText(other),
    certificateText(certificate),
    `${count(openReviews)} people wait to be looked at after a switch`,
  ].join('\n');
}

/** Undefined when nothing is being filled. */
export function progressText({ other }: RebuildAnswer): string | undefined {
  if (!other.progress) return undefined;
  const { read, toRead, perSecond, secondsLeft } = other.progress;
  // What is read of the last records is still to be written.
  const share = toRead === 0 ? 0 : Math.min(99, Math.floor((read / toRead) * 100));
  const left = secondsLeft === null ? '' : `, ${count(secondsLeft)} s left`;
  return `${count(read)} of ${count(toRead)} records, ${share} %, ${count(perSecond)}/s${left}`;
}

function slotText(slot: RebuildAnswer['live']): string {
  const policy = slot.policy ? `${slot.policy.name} ${slot.policy.hash.slice(0, HASH_SHOWN)}` : '';
  const behind = slot.behind === null ? '' : `${count(slot.behind)} records behind`;
  const fault = slot.fault === null ? '' : `STOPPED: ${slot.fault}`;
  const progress = slot.progress ? progressText({ other: slot } as RebuildAnswer) : '';
  const asked = slot.certificateAskedBy === null ? '' : 'a certificate is being made';
  return [`${slot.slot}  ${slot.state.padEnd(7)}`, policy, progress, behind, asked, fault].filter((part) => part !== '').join('  ');
}

function certificateText(certificate: RebuildAnswer['certificate']): string {
  if (!certificate) return 'no certificate';
  const { findings, valid, holds, at } = certificate;
  const { differences, rows, raised, lowered, digest } = findings;
  const verdict = valid ? (holds ? 'valid' : 'valid, but older than a day') : 'NOT VALID';
  return [
    `certificate of ${at}: ${verdict}; ${count(rows)} rows, digest ${digest.slice(0, HASH_SHOWN)}`,
    `  ${count(differences.slot)} wrong here, ${count(differences.live)} wrong in the live slot, ${count(differences.policy)} differ by the policy`,
    `  ${count(raised)} would stand higher, ${count(lowered)} lower`,
  ].join('\n');
}
