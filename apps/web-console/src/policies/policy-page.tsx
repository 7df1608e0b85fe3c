import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { usePolicy } from '../api/policy-queries';
import type { PolicyFile } from '../contracts';
import { useTitle } from '../frame/use-title';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { PolicyHead } from './policy-head';
import { POLICY_TABS } from './policy-tabs';
import { nameOf } from './policy-words';
import './policies.css';

const texts = textsOf('policies');

/** One policy: what it says, how it differs, who decided what. */
export function PolicyPage(): ReactNode {
  const { id = '' } = useParams();
  const { data, error, refetch } = usePolicy(id);
  useTitle(data === undefined ? texts.documentTitle : fill(texts.fileTitle, { name: nameOf(data.name) }));
  if (data === undefined) {
    return (
      <>
        <div className="lq-page-head">
          <h1>{texts.title}</h1>
        </div>
        {error === null ? <Waiting rows={12} /> : <ProblemNotice error={error} onRetry={() => void refetch()} />}
      </>
    );
  }
  return (
    <>
      <PolicyHead policy={data} />
      <PolicyTabs policy={data} />
    </>
  );
}

/** Which tab is open is in the address. */
function PolicyTabs({ policy }: { readonly policy: PolicyFile }): ReactNode {
  const [search, setSearch] = useSearchParams();
  const tabs = POLICY_TABS.filter(({ kind }) => kind === undefined || kind === policy.kind);
  const open = tabs.find(({ key }) => key === search.get('tab')) ?? tabs[0];
  return (
    <Tabs
      size="small"
      className="lq-policy-tabs"
      activeKey={open?.key}
      onChange={(tab) => setSearch({ tab }, { replace: true })}
      items={tabs.map(({ key, label, Content }) => ({ key, label: label(policy), children: <Content policy={policy} /> }))}
      destroyOnHidden={false}
    />
  );
}
