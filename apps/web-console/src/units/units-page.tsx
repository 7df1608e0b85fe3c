import { Table } from 'antd';
import { useMemo, useRef, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useUnits } from '../api/queries';
import type { UnitRow } from '../contracts';
import { useTitle } from '../frame/use-title';
import { isFiltered } from '../lists/filters';
import { EmptyNotice } from '../parts/empty-notice';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { rowThatOpens, useRowKeys } from '../parts/use-row-keys';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { UNIT_COLUMNS } from './unit-columns';
import { UnitFilters } from './unit-filters';
import { unitPath } from './unit-path';
import { findUnits, treeOf, type UnitNode, type UnitsAsked } from './units-asked';
import './units.css';

const texts = textsOf('units');

const NO_UNITS: readonly UnitRow[] = [];

/** 班子画像: the units as a tree with their own readings; filtered, as a list. All that is asked for is in the address. */
export function UnitsPage(): ReactNode {
  const { data, error, refetch } = useUnits();
  const units = data?.items ?? NO_UNITS;
  const [search, setSearch] = useSearchParams();
  const [level, category, text] = ['level', 'category', 'text'].map((name) => search.get(name) ?? undefined);
  const asked: UnitsAsked = { level, category, text };
  const found = useMemo(() => findUnits(units, { level, category, text }), [units, level, category, text]);
  const categories = useMemo(() => [...new Set(units.map((unit) => unit.category))].sort(), [units]);
  useTitle(texts.documentTitle);
  const ask = (question: UnitsAsked): void => {
    const given = Object.entries(question).filter((entry): entry is [string, string] => entry[1] !== undefined);
    setSearch(new URLSearchParams(given), { replace: true });
  };
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        <span className="lq-meta" role="status">
          {fill(texts.count, { total: units.length, shown: found.length })}
        </span>
        <span className="lq-meta">{texts.what}</span>
      </div>
      <UnitFilters asked={asked} categories={categories} onAsk={ask} />
      {data === undefined ? (
        <Waiting rows={14} />
      ) : (
        <UnitTable nodes={isFiltered(asked) ? found : treeOf(units)} isEmpty={units.length === 0} />
      )}
    </>
  );
}

interface UnitTableProps {
  readonly nodes: readonly UnitNode[];
  /** Nothing is there at all; else nothing fits. */
  readonly isEmpty: boolean;
}

function UnitTable({ nodes, isEmpty }: UnitTableProps): ReactNode {
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const empty = isEmpty ? (
    <EmptyNotice title={texts.empty} filledBy={texts.emptyFilledBy} />
  ) : (
    <EmptyNotice title={texts.emptyFiltered} filledBy={texts.emptyFilteredFilledBy} />
  );
  return (
    <div ref={list} className="lq-list">
      <Table<UnitNode>
        size="small"
        pagination={false}
        aria-label={texts.caption}
        columns={UNIT_COLUMNS}
        dataSource={nodes}
        rowKey="code"
        expandable={{ defaultExpandAllRows: true }}
        onRow={({ code }) => rowThatOpens(() => void navigate(unitPath(code)))}
        locale={{ emptyText: empty }}
      />
    </div>
  );
}
