import { Table } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { type PointsAsked, usePoints } from '../api/points-queries';
import type { PointsRow, PointsSchemeRow } from '../contracts';
import { ClearFilters } from '../lists/clear-filters';
import { isFiltered } from '../lists/filters';
import { inPaperOrder } from '../lists/paper-order';
import { useOnPaper } from '../look/display';
import { EmptyNotice } from '../parts/empty-notice';
import { PageTurner } from '../parts/page-turner';
import { ProblemNotice } from '../parts/problem-notice';
import { rowThatOpens, useRowKeys } from '../parts/use-row-keys';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { pointsColumns } from './points-columns';
import { pointsPath } from './points-path';

const texts = textsOf('points');

interface PointsListProps {
  readonly scheme: PointsSchemeRow;
  readonly asked: PointsAsked;
  readonly onClear: () => void;
}

export function PointsList({ scheme, asked, onClear }: PointsListProps): ReactNode {
  const onPaper = useOnPaper();
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const { data, error, refetch, isPlaceholderData } = usePoints(asked);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={12} />;
  const { unit, threshold, waiting } = asked;
  const empty = isFiltered({ unit, threshold, waiting }) ? (
    <EmptyNotice title={texts.emptyFiltered} filledBy={texts.emptyFilteredFilledBy}>
      <ClearFilters onClear={onClear} />
    </EmptyNotice>
  ) : (
    <EmptyNotice title={texts.empty} filledBy={texts.emptyFilledBy} />
  );
  return (
    <div ref={list} className="lq-list" aria-busy={isPlaceholderData}>
      <Table<PointsRow>
        size="small"
        pagination={false}
        aria-label={texts.caption}
        columns={pointsColumns(scheme)}
        dataSource={onPaper ? inPaperOrder(data.items) : data.items}
        rowKey="subject"
        onRow={({ subject }) => rowThatOpens(() => void navigate(pointsPath(scheme.name, subject)))}
        locale={{ emptyText: empty }}
      />
      <PageTurner next={data.next} count={data.items.length} counted={texts.onPage} />
    </div>
  );
}
