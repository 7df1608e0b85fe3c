import { Segmented, Table } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { usePolicyReviews, type ReviewsAsked } from '../api/rebuild-queries';
import type { PolicyReviewRow } from '../contracts';
import { useTitle } from '../frame/use-title';
import { inPaperOrder } from '../lists/paper-order';
import { useOnPaper } from '../look/display';
import { EmptyNotice } from '../parts/empty-notice';
import { PageTurner } from '../parts/page-turner';
import { PrintFrame } from '../parts/print-frame';
import { ProblemNotice } from '../parts/problem-notice';
import { subjectPath } from '../parts/subject-path';
import { rowThatOpens, useRowKeys } from '../parts/use-row-keys';
import { Waiting } from '../parts/waiting';
import { useMay } from '../people/may';
import { textsOf } from '../texts/texts';
import { reviewColumns } from './review-columns';
import { SettleForm } from './settle-form';

const texts = textsOf('reviews');

const STATES = Object.keys(texts.states) as readonly PolicyReviewRow['state'][];

/** 复核名单: who stands higher since a switch by the policy alone, for people to look at. */
export function ReviewsPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const state = STATES.find((known) => known === search.get('state')) ?? 'open';
  useTitle(texts.documentTitle);
  return (
    <PrintFrame title={texts.title}>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        <span className="lq-meta">{texts.note}</span>
      </div>
      <div className="lq-filters">
        <Segmented
          size="small"
          aria-label={texts.stateFilter}
          value={state}
          onChange={(chosen) => setSearch({ state: chosen }, { replace: true })}
          options={STATES.map((value) => ({ value, label: texts.states[value] }))}
        />
        <span className="lq-spring" />
        <span className="lq-meta lq-keys lq-no-print">{texts.keys}</span>
      </div>
      <ReviewList asked={{ state, cursor: search.get('cursor') ?? undefined }} />
    </PrintFrame>
  );
}

function ReviewList({ asked }: { readonly asked: ReviewsAsked }): ReactNode {
  const onPaper = useOnPaper();
  const may = useMay();
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const [settling, settle] = useState<PolicyReviewRow>();
  useRowKeys(list);
  const { data, error, refetch, isPlaceholderData } = usePolicyReviews(asked);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={8} />;
  const settles = may('POST /api/v1/policy-reviews/:id/settlement') && !onPaper;
  return (
    <div ref={list} className="lq-list" aria-busy={isPlaceholderData}>
      <Table<PolicyReviewRow>
        size="small"
        pagination={false}
        aria-label={texts.caption}
        columns={reviewColumns(settles ? settle : undefined)}
        dataSource={onPaper ? inPaperOrder(data.items) : data.items}
        rowKey="id"
        onRow={({ subject }) => rowThatOpens(() => void navigate(subjectPath(subject)))}
        locale={{ emptyText: <EmptyNotice title={texts.empty} filledBy={texts.emptyFilledBy} /> }}
      />
      <PageTurner next={data.next} count={data.items.length} counted={texts.onPage} />
      {settling !== undefined && <SettleForm review={settling} onLeave={() => settle(undefined)} />}
    </div>
  );
}
