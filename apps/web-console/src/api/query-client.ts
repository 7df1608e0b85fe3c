import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';

const MOST_RETRIES = 2;

/** Whatever was asked: when nobody is signed in any more, the frame is to know. */
function lookAtSession(error: unknown): void {
  if (ApiProblem.from(error).code === 'not-signed-in') void queryClient.invalidateQueries({ queryKey: ['session'] });
}

/** Readings change by the event, lists by the minute: half a minute old is fresh enough to look at. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, { queryKey }) => queryKey[0] !== 'session' && lookAtSession(error) }),
  mutationCache: new MutationCache({ onError: lookAtSession }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => ApiProblem.from(error).retryable && failures < MOST_RETRIES,
      retryDelay: (failures) => 500 * (failures + 1),
    },
  },
});
