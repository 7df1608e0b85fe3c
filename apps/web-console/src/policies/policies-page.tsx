import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useTitle } from '../frame/use-title';
import { ChoiceFilter } from '../lists/choice-filter';
import { textsOf } from '../texts/texts';
import { NewPolicy } from './new-policy';
import { PolicyList } from './policy-list';
import { KINDS, kindWord, STATES, stateWord } from './policy-words';
import './policies.css';

const texts = textsOf('policies');

const ALL = 'all';

/** 规则与阈值: the policies by which readings and points are made, drafts too. */
export function PoliciesPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const kind = KINDS.find((known) => known === search.get('kind'));
  const state = STATES.find((known) => known === search.get('state'));
  useTitle(texts.documentTitle);
  const ask = (name: string, value: string | undefined): void => {
    const question = new URLSearchParams(search);
    question.delete(name);
    question.delete('cursor');
    if (value !== undefined) question.set(name, value);
    setSearch(question, { replace: true });
  };
  return (
    <>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        <span className="lq-meta">{texts.note}</span>
      </div>
      <div className="lq-filters">
        <Segmented
          size="small"
          aria-label={texts.kindFilter}
          value={kind ?? ALL}
          onChange={(value) => ask('kind', value === ALL ? undefined : value)}
          options={[{ value: ALL, label: texts.all }, ...KINDS.map((value) => ({ value, label: kindWord(value) }))]}
        />
        <ChoiceFilter
          name={texts.stateFilter}
          all={texts.allStates}
          values={STATES}
          word={stateWord}
          value={state}
          onAsk={(chosen) => ask('state', chosen)}
        />
        <span className="lq-spring" />
        <span className="lq-meta lq-keys">{texts.keys}</span>
        <NewPolicy kind={kind ?? 'odds'} />
      </div>
      <PolicyList kind={kind} state={state} />
    </>
  );
}
