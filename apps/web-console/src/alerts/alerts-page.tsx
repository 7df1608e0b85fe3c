import { Segmented, Table } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useLabels } from '../catalogue/labels';
import type { AlertRecord } from '../contracts';
import { useTitle } from '../frame/use-title';
import { ClearFilters } from '../lists/clear-filters';
import { addressWith, filtersIn, isFiltered } from '../lists/filters';
import { EmptyNotice } from '../parts/empty-notice';
import { LevelFilter } from '../parts/level-filter';
import { PageTurner } from '../parts/page-turner';
import { PrintFrame } from '../parts/print-frame';
import { ProblemNotice } from '../parts/problem-notice';
import { UnitFilter } from '../parts/unit-filter';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { alertColumns } from './alert-columns';
import { type AlertFilters, useAlertRecords } from './use-alert-records';
import './alerts.css';

const texts = textsOf('alerts');
const lists = textsOf('lists');

const ALL = 'all';
const STATES = ['standing', 'corrected', 'void'] as const;
/** An alert is an upward step: nobody rises to 正常. */
const RAISED_TO = ['watch', 'remind', 'inquiry', 'priority'] as const;

/** 预警记录: every alert with what has become of it; one that no longer holds stays, struck, with why. */
export function AlertsPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const filters = filtersIn(search, { state: STATES, level: RAISED_TO, unit: 'any' });
  useTitle(texts.documentTitle);
  const ask = (asked: AlertFilters): void => setSearch(addressWith(asked));
  return (
    <PrintFrame title={texts.title}>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        <span className="lq-meta">{texts.what}</span>
      </div>
      <AlertFiltering filters={filters} onAsk={ask} />
      <AlertList filters={filters} cursor={search.get('cursor') ?? undefined} onAsk={ask} />
    </PrintFrame>
  );
}

interface AsksProps {
  readonly filters: AlertFilters;
  readonly onAsk: (filters: AlertFilters) => void;
}

function AlertFiltering({ filters, onAsk }: AsksProps): ReactNode {
  return (
    <div className="lq-filters">
      <Segmented
        size="small"
        aria-label={texts.stateFilter}
        value={filters.state ?? ALL}
        onChange={(value) => onAsk({ ...filters, state: value === ALL ? undefined : value })}
        options={[{ value: ALL, label: texts.allStates }, ...STATES.map((value) => ({ value, label: texts.states[value] }))]}
      />
      <LevelFilter
        name={texts.levelFilter}
        all={lists.allLevels}
        levels={RAISED_TO}
        level={filters.level}
        onAsk={(level) => onAsk({ ...filters, level })}
      />
      <UnitFilter
        name={lists.unitFilter}
        all={lists.allUnits}
        none={lists.noUnitsFound}
        unit={filters.unit}
        onAsk={(unit) => onAsk({ ...filters, unit })}
      />
      {isFiltered(filters) && <ClearFilters onClear={() => onAsk({})} />}
    </div>
  );
}

function AlertList({ filters, cursor, onAsk }: AsksProps & { readonly cursor: string | undefined }): ReactNode {
  const labels = useLabels();
  const { data, error, refetch, isPlaceholderData } = useAlertRecords(filters, cursor);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={12} />;
  const empty = isFiltered(filters) ? (
    <EmptyNotice title={texts.emptyFiltered} filledBy={texts.emptyFilteredFilledBy}>
      <ClearFilters onClear={() => onAsk({})} />
    </EmptyNotice>
  ) : (
    <EmptyNotice title={texts.empty} filledBy={texts.emptyFilledBy} />
  );
  return (
    <div className="lq-list" aria-busy={isPlaceholderData}>
      <Table<AlertRecord>
        size="small"
        pagination={false}
        aria-label={texts.caption}
        columns={alertColumns(labels)}
        dataSource={[...data.items]}
        rowKey="alertId"
        rowClassName={({ state }) => (state === 'void' ? 'lq-void' : '')}
        locale={{ emptyText: empty }}
      />
      <PageTurner next={data.next} count={data.items.length} counted={texts.onPage} />
    </div>
  );
}
