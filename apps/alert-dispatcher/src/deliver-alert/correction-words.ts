import { LEVEL_LABELS } from '#contracts/console/catalogue';
import type { CorrectionGround, ToldEdge } from '#contracts/risk/risk-corrections';
import { LEVELS } from '#contracts/risk/risk-events';

const GROUNDS: Readonly<Record<CorrectionGround, string>> = {
  withdrawn: '来源单位已撤回有关信号',
  corrected: '来源单位已更正有关信号',
  refuted: '有关信号经核查不属实',
  malicious: '有关信号已被认定为诬告',
  reassessed: '有关信号的核查状态已下调',
  regraded: '有关信号的来源等级已下调',
  mitigated: '有关信号存在从轻情节',
  'decision-withdrawn': '对有关信号的认定已被撤回',
  'post-withdrawn': '有关任职记录已被撤回',
  regrouped: '有关信号已合并计算',
  moved: '有关信号归错对象，已移出',
};

/** What an alert says, said and by which day its level was reached all the same. */
export interface Corrected {
  readonly ground: CorrectionGround;
  readonly said: ToldEdge | null;
  readonly now: ToldEdge | null;
  readonly laterDay: string | undefined;
  /** The level is higher by it than just before. */
  readonly raises: boolean;
}

/** Why an alert is corrected and what holds now, as one Chinese sentence; of codes and days alone. */
export function correctionWords(corrected: Corrected): string {
  const rise = corrected.raises ? '；当前级别由此回升' : '';
  return `${GROUNDS[corrected.ground]}，${outcomeOf(corrected)}${rise}。`;
}

function outcomeOf({ said, now, laterDay }: Corrected): string {
  const later = laterDay === undefined ? '' : `；该级别至${laterDay}由另一信号达到`;
  if (now === null) return `级别当时并未上升，本预警作废${later}`;
  if (said === null) return `级别实由本信号于${now.day}升至“${LEVEL_LABELS[now.to]}”`;
  if (LEVELS.indexOf(now.to) < LEVELS.indexOf(said.to)) return `级别当时仅升至“${LEVEL_LABELS[now.to]}”${later}`;
  if (now.from !== said.from || now.to !== said.to) return `级别当时由“${LEVEL_LABELS[now.from]}”升至“${LEVEL_LABELS[now.to]}”`;
  const isSame = now.e === said.e && now.p === said.p;
  return isSame ? '本预警仍然成立' : '级别不变，证据分或优先度的数值有更正';
}
