import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ViewPage, ViewsAnswer } from '../contracts';
import { read } from './call';

export const VIEWS = 'views';

/** The own views of a list with their counts of now. */
export function useViews(page: ViewPage): UseQueryResult<ViewsAnswer> {
  return useQuery({ queryKey: [VIEWS, page], queryFn: () => read<ViewsAnswer>('/views', { page }) });
}
