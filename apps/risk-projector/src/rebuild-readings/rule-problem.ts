import { type RebuildRule, RebuildRuleBroken } from '#domain/rebuild/slots';
import { PolicyMissing } from '#persistence/odds-policies';
import { Problem } from '#platform/http/problem';
import { SlotBehind } from '../switch-slots/flip-slots';
import { SlotInUse } from './rebuilds';

const DETAILS: Readonly<Record<RebuildRule, string>> = {
  'rebuild-under-way': '已有一次重建正在进行，请等它完成，或先放弃。',
  'nothing-to-drop': '没有可以放弃的重建。',
  'slot-not-ready': '重建尚未就绪：须先从头读完并追平。',
  'certificate-missing': '尚无比对证书，请先比对。',
  'certificate-not-valid': '比对证书不合格：重建的读数与台账不一致，不能切换。',
  'certificate-too-old': '比对证书已超过一天，请重新比对。',
  'switch-needs-another-person': '发起重建的人不能自己切换，须由另一人决定。',
  'nothing-to-go-back-to': '没有可以退回的读数：只能退回到上一次切换之前，且只有一次。',
};

/** A broken rule leaves as a conflict under its own code; anything else stays what it is. */
export function rethrowAsProblem(error: unknown): never {
  if (error instanceof RebuildRuleBroken) throw new Problem(409, error.code, DETAILS[error.code]);
  if (error instanceof SlotBehind) throw new Problem(503, 'slot-behind', '重建的读数还没有追平，什么都没有改变，请稍后再试。');
  if (error instanceof SlotInUse) throw new Problem(503, 'slot-in-use', '旧的读数正被读取，什么都没有改变，请稍后再试。');
  if (error instanceof PolicyMissing) {
    const detail = '没有这份规则，或尚未批准。';
    throw new Problem(409, 'policy-not-approved', '只能按已批准的规则重建。', [
      { pointer: '/policy', code: 'policy-not-approved', detail },
    ]);
  }
  throw error;
}
