import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useDifference, usePolicies } from '../api/policy-queries';
import type { PolicyFile } from '../contracts';
import { EmptyNotice } from '../parts/empty-notice';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { nameOf, stateWord, told } from './policy-words';

const texts = textsOf('policies');

/** What differs from the live policy, or from any other, a line each. */
export function PolicyDifferences({ policy }: { readonly policy: PolicyFile }): ReactNode {
  const [from, setFrom] = useState<string>();
  const { data: known } = usePolicies({ kind: policy.kind });
  const others = (known?.items ?? []).filter(({ id, hash }) => id !== policy.id && hash !== null);
  const options = others.map(({ id, name, state }) => ({ value: id, label: fill(texts.nameAndState, { name: nameOf(name), state: stateWord(state) }) }));
  return (
    <section className="lq-card" aria-label={texts.tabDifference}>
      <label className="lq-policy-from">
        <span>{texts.compareWith}</span>
        <Select
          size="small"
          allowClear
          aria-label={texts.compareWith}
          placeholder={texts.live}
          popupMatchSelectWidth={false}
          style={{ minWidth: 220 }}
          value={from ?? null}
          options={options}
          onChange={(chosen: string | null | undefined) => setFrom(chosen ?? undefined)}
        />
      </label>
      <Lines id={policy.id} from={from} />
    </section>
  );
}

function Lines({ id, from }: { readonly id: string; readonly from: string | undefined }): ReactNode {
  const { data, error, refetch } = useDifference(id, from);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={6} />;
  if (data.lines.length === 0) return <EmptyNotice title={texts.noDifference} filledBy={texts.noDifferenceFilledBy} />;
  return (
    <>
      <p className="lq-meta" role="status">
        {fill(texts.differences, { count: data.lines.length, from: nameOf(data.from.name) })}
      </p>
      <ul className="lq-policy-lines">
        {data.lines.map((line) => (
          <li key={line.pointer}>{told(line)}</li>
        ))}
      </ul>
    </>
  );
}
