import { useMutation, useQueryClient } from '@tanstack/react-query';
import { change, send } from '../api/call';
import { POLICIES, policyKey } from '../api/policy-queries';
import type { PolicyFile } from '../contracts';

/** One thing that a person does to a policy, below /policies/{id}. */
export interface PolicyAct {
  readonly path: 'text' | 'check' | 'approval' | 'approval/confirmation' | 'approval/refusal' | 'going-live' | 'retirement';
  readonly body: object;
}

export interface PolicyActing {
  readonly act: (act: PolicyAct, done?: () => void) => void;
  readonly waiting: boolean;
  readonly error: unknown;
}

/** Does it and shows what the policy has become; after a refusal nothing that was written is lost. */
export function usePolicyAct(id: string): PolicyActing {
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ path, body }: PolicyAct) =>
      path === 'text' ? change<PolicyFile>(`/policies/${id}/text`, body) : send<PolicyFile>(`/policies/${id}/${path}`, body),
    onSuccess: (policy) => {
      queries.setQueryData(policyKey(id), policy);
      void queries.invalidateQueries({ queryKey: [POLICIES, 'list'] });
      void queries.invalidateQueries({ queryKey: [POLICIES, 'difference'] });
    },
  });
  return { act: (given, done) => mutate(given, { onSuccess: done }), waiting: isPending, error };
}
