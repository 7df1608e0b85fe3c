import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ASPECT_LABELS, OWN_VIEW_IS_NO_DECISION, type OwnViewAnswer } from '#contracts/console/own-view';
import { signalOfCode } from '#contracts/signals/catalogue';
import { isAllClosed } from '#domain/own-view/closing';
import type { OwnPoints } from '#domain/own-view/own-points';
import { ownFacts, ownView } from '#domain/own-view/own-view';
import { Problem } from '#platform/http/problem';
import { Clock } from '#platform/time/clock';
import { today } from '../asking/as-of';
import { PoliciesInForce } from '../policy-in-force/policies-in-force';
import { SubjectLedgers } from '../tell-reading/subject-ledgers';
import { OwnViewSources } from './own-view-sources';
import { TellOwnView } from './tell-own-view.query';

const notClosedYet = (): Problem => new Problem(409, 'not-closed-yet', '该干部尚有函询候选或问题线索未办结，办结后才能制作本人告知材料。');

@QueryHandler(TellOwnView)
export class TellOwnViewHandler implements IQueryHandler<TellOwnView> {
  constructor(
    private readonly ledgers: SubjectLedgers,
    private readonly sources: OwnViewSources,
    private readonly policies: PoliciesInForce,
    private readonly clock: Clock,
  ) {}

  async execute({ scope, cadreId: cadre }: TellOwnView): Promise<OwnViewAnswer> {
    const day = today(this.clock);
    const { name } = await this.ledgers.standing(scope, cadre);
    const { policy } = await this.policies.under(scope, day);
    const { entries } = await this.ledgers.entries(scope, cadre, policy);
    if (!isAllClosed(await this.sources.worked(scope, cadre), entries, policy)) throw notClosedYet();
    const { findings, decisions } = ownView(entries, policy);
    const points = await this.sources.points({ scope, cadre, decided: ownFacts(entries, policy), day });
    return {
      name,
      findings: findings.map(({ aspect, borneOut }) => ({ aspect, label: ASPECT_LABELS[aspect], borneOut })),
      decisions: decisions.map(({ code, kind }) => ({ code, label: signalOfCode(code)?.label ?? code, kind: kind ?? null })),
      points: points.map(toldPoints),
      sentence: OWN_VIEW_IS_NO_DECISION,
    };
  }
}

function toldPoints({ title, value, level, items, consequences }: OwnPoints): OwnViewAnswer['points'][number] {
  return { title, value, level: level ?? null, items: [...items], consequences: [...consequences] };
}
