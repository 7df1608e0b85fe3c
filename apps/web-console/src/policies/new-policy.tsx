import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { read, send } from '../api/call';
import { POLICIES, policyKey } from '../api/policy-queries';
import type { PolicyFile, PolicyKind, PolicyPage } from '../contracts';
import { useMay } from '../people/may';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { textsOf } from '../texts/texts';
import { copyOf, textOf } from './document';
import { BLANK_SCHEME } from './points/blank-scheme';
import { nameOf } from './policy-words';

const texts = textsOf('policies');

/** The text of the policy that is live, as the beginning of another; a points scheme keeps its key, by which it comes in the place of the old one. */
async function liveText(kind: PolicyKind): Promise<string> {
  const { items } = await read<PolicyPage>('/policies', { kind, state: 'live', limit: 1 });
  const live = items[0];
  if (live === undefined) return '{}';
  const { document } = await read<PolicyFile>(`/policies/${live.id}`);
  return copyOf(document ?? '{}', (of) => (kind === 'points' ? of : fill(texts.copyName, { name: nameOf(of) })));
}

/** A new draft, from the live policy or from a file; it opens as soon as it is kept. */
export function NewPolicy({ kind }: { readonly kind: PolicyKind }): ReactNode {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const drafting = useMutation({
    mutationFn: async (text: Promise<string>) => send<PolicyFile>('/policies', { kind, text: await text }),
    onSuccess: (draft) => {
      queries.setQueryData(policyKey(draft.id), draft);
      void queries.invalidateQueries({ queryKey: [POLICIES, 'list'] });
      void navigate(`/policies/${draft.id}`);
    },
  });
  if (!useMay()('POST /api/v1/policies')) return null;
  return (
    <>
      {drafting.isError && <ProblemNotice error={drafting.error} />}
      <Button size="small" onClick={() => file.current?.click()} loading={drafting.isPending}>
        {texts.importFile}
      </Button>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={texts.importFile}
        onChange={({ target }) => {
          const chosen = target.files?.[0];
          if (chosen !== undefined) drafting.mutate(chosen.text());
          target.value = '';
        }}
      />
      {kind === 'points' && (
        <Button size="small" loading={drafting.isPending} onClick={() => drafting.mutate(Promise.resolve(textOf(BLANK_SCHEME)))}>
          {texts.blankScheme}
        </Button>
      )}
      <Button size="small" type="primary" loading={drafting.isPending} onClick={() => drafting.mutate(liveText(kind))}>
        {texts.fromLive}
      </Button>
    </>
  );
}
