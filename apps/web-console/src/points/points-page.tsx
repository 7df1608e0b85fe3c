import { Checkbox, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { usePointsSchemes } from '../api/points-queries';
import type { PointsSchemeRow } from '../contracts';
import { useTitle } from '../frame/use-title';
import { ChoiceFilter } from '../lists/choice-filter';
import { ClearFilters } from '../lists/clear-filters';
import { addressWith, type Filters, filtersIn, isFiltered } from '../lists/filters';
import { ListOrder } from '../lists/list-order';
import { EmptyNotice } from '../parts/empty-notice';
import { PrintFrame } from '../parts/print-frame';
import { ProblemNotice } from '../parts/problem-notice';
import { UnitFilter } from '../parts/unit-filter';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { labelWord } from './label-word';
import { PointsList } from './points-list';
import './points.css';

const texts = textsOf('points');

const NONE = 'none';
const YES = 'yes';

/** 积分台账: who has what by a published scheme, and where people have something to do. */
export function PointsPage(): ReactNode {
  const { data, error, refetch } = usePointsSchemes();
  const [search, setSearch] = useSearchParams();
  useTitle(texts.documentTitle);
  const schemes = data?.items ?? [];
  const scheme = schemes.find(({ name }) => name === search.get('scheme')) ?? schemes[0];
  return (
    <PrintFrame title={texts.title}>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        <ListOrder order={texts.order} keys={texts.keys} />
      </div>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && <Waiting rows={12} />}
      {data !== undefined && scheme === undefined && <EmptyNotice title={texts.noScheme} filledBy={texts.noSchemeFilledBy} />}
      {scheme !== undefined && <OfScheme scheme={scheme} schemes={schemes} search={search} onAsk={(asked) => setSearch(addressWith(asked))} />}
    </PrintFrame>
  );
}

interface OfSchemeProps {
  readonly scheme: PointsSchemeRow;
  readonly schemes: readonly PointsSchemeRow[];
  readonly search: URLSearchParams;
  readonly onAsk: (asked: Filters) => void;
}

function OfScheme({ scheme, schemes, search, onAsk }: OfSchemeProps): ReactNode {
  const thresholds = [...scheme.thresholds.map(({ key }) => key), NONE];
  const filters = filtersIn(search, { unit: 'any', threshold: thresholds, waiting: [YES] });
  const ask = (asked: Filters): void => onAsk({ scheme: scheme.name, ...asked });
  const word = (key: string): string => {
    const found = scheme.thresholds.find((threshold) => threshold.key === key);
    return found === undefined ? texts.noThreshold : labelWord(found.label);
  };
  return (
    <>
      <div className="lq-filters">
        <Segmented
          size="small"
          aria-label={texts.schemeFilter}
          value={scheme.name}
          onChange={(name) => onAsk({ scheme: name })}
          options={schemes.map(({ name, title }) => ({ value: name, label: labelWord(title) }))}
        />
        <ChoiceFilter
          name={texts.thresholdFilter}
          all={texts.allThresholds}
          values={thresholds}
          word={word}
          value={filters.threshold}
          onAsk={(threshold) => ask({ ...filters, threshold })}
        />
        <UnitFilter name={texts.unitFilter} all={texts.allUnits} none={texts.noUnitsFound} unit={filters.unit} onAsk={(unit) => ask({ ...filters, unit })} />
        <Checkbox checked={filters.waiting === YES} onChange={({ target }) => ask({ ...filters, waiting: target.checked ? YES : undefined })}>
          {texts.waitingOnly}
        </Checkbox>
        {isFiltered(filters) && <ClearFilters onClear={() => ask({})} />}
      </div>
      <PointsList scheme={scheme} asked={{ scheme: scheme.name, ...filters, cursor: search.get('cursor') ?? undefined }} onClear={() => ask({})} />
    </>
  );
}
