import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { read } from '../api/call';
import type { AlertRecordPage } from '../contracts';
import type { Filters } from '../lists/filters';

const ROWS_A_PAGE = 50;

export type AlertFilters = Filters<'state' | 'level' | 'unit'>;

export function useAlertRecords(filters: AlertFilters, cursor: string | undefined): UseQueryResult<AlertRecordPage> {
  return useQuery({
    queryKey: ['alert-records', filters, cursor],
    queryFn: () => read<AlertRecordPage>('/alert-records', { ...filters, cursor, limit: ROWS_A_PAGE }),
    placeholderData: keepPreviousData,
  });
}
