import { LEVEL_LABELS } from '#contracts/console/catalogue';
import { alterationWords } from '#domain/receipt/alteration-words';
import type { ScoreReceipt } from '#domain/receipt/receipt';
import type { Alteration } from '#domain/receipt/verify-receipt';
import type { Words } from '#domain/policy/policy-words';

const MOST_TOLD = 20;

/** One thing in both languages of the product, a line each. */
export const inBoth = ({ zh, en }: Words): string => `${zh}\n${en}`;

const points = (milli: number): string => (milli / 1_000).toFixed(3);

/** What was found, the causes first. */
export function alteredText(alterations: readonly Alteration[]): string {
  const rest = alterations.length - MOST_TOLD;
  const told = alterations.slice(0, MOST_TOLD).map((each) => inBoth(alterationWords(each)));
  const more = rest > 0 ? [`……另有 ${rest} 处\n… and ${rest} more`] : [];
  return ['凭据不实。\nThe receipt does not hold.', ...told, ...more].join('\n\n');
}

/** @param byLog whether its entries were compared with the event log too */
export function verifiedText({ head, reading, digest }: ScoreReceipt, byLog: boolean): string {
  const { subject, asOf, knownOn, policy, lines, incomplete } = head;
  const proven = byLog
    ? '所列依据与事件日志一致。\nIts entries are those of the event log.'
    : '这说明数字由所列依据按规则得出；依据是否与事件日志一致，须加 --against-log 核对。\nIts numbers follow from its entries; whether these are those of the event log, --against-log tells.';
  return [
    `凭据属实：按 ${lines} 行依据和规则重算，结果一致。\nThe receipt holds: made again from its ${lines} lines and its policy, it is the same.`,
    [
      `对象 subject     ${subject}`,
      `读数日 as of      ${asOf}（所知日 known on ${knownOn}）`,
      `规则 policy      ${policy.name} ${policy.hash}`,
      `证据分 E         ${points(reading.e)}`,
      `优先度 P         ${points(reading.p)}`,
      `级别 level       ${LEVEL_LABELS[reading.level]} ${reading.level}`,
      `凭据摘要 digest   ${digest}`,
    ].join('\n'),
    ...(incomplete
      ? ['注意：出具时读数不完整，有信号未计入。\nNote: the reading was incomplete when it was issued; something is not in it.']
      : []),
    proven,
    head.sentence,
  ].join('\n\n');
}
