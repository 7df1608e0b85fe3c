import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';

const MOST_RETRIES = 2;

/** Readings change by the event, lists by the minute: half a minute old is fresh enough to look at. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => ApiProblem.from(error).retryable && failures < MOST_RETRIES,
      retryDelay: (failures) => 500 * (failures + 1),
    },
  },
});
