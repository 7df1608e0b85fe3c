import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { PolicyDifference } from '#contracts/console/policies';
import { diffPolicies } from '#domain/policy/diff-policies';
import { diffSchemes } from '#domain/points/diff-schemes';
import { Problem } from '#platform/http/problem';
import { policyNotJson } from '../decide-policy/rule-problem';
import { signalLabels } from '../examine-policy/examine-policy';
import { ComparePolicies } from './compare-policies.query';
import { PolicyFiles } from './policy-files';

interface Compared {
  readonly id: string;
  readonly name: string;
  readonly hash: string | null;
  readonly document: string | null;
}

@QueryHandler(ComparePolicies)
export class ComparePoliciesHandler implements IQueryHandler<ComparePolicies> {
  constructor(private readonly files: PolicyFiles) {}

  /** @throws Problem 404; 409 while one of them is no JSON, 422 for two of different kinds */
  async execute(asked: ComparePolicies): Promise<PolicyDifference> {
    const to = await this.files.show(asked.to);
    const from = asked.from === undefined ? await this.files.liveBefore(to) : await this.files.show(asked.from);
    if (!from) throw new Problem(404, 'policy-none-live', '这一类规则目前没有在执行的，无从对比。');
    if (from.kind !== to.kind) throw new Problem(422, 'policies-of-two-kinds', '两份规则不是同一类，不能对比。');
    const [before, after] = [comparable(from), comparable(to)];
    const lines = to.kind === 'odds' ? diffPolicies(before.json, after.json, signalLabels) : diffSchemes(before.json, after.json);
    return { from: before.named, to: after.named, lines: [...lines] };
  }
}

function comparable({ id, name, hash, document }: Compared): { readonly named: PolicyDifference['from']; readonly json: unknown } {
  if (document === null || hash === null) throw policyNotJson();
  return { named: { id, name, hash }, json: JSON.parse(document) };
}
