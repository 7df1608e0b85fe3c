import { keepPreviousData, skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type {
  CadreFile,
  CadrePage,
  CandidateFile,
  CandidatePage,
  CatalogueAnswer,
  DeskAnswer,
  ExplanationAnswer,
  OperationsAnswer,
  OwnViewAnswer,
  PermissionsAnswer,
  ProfileAnswer,
  ReadingAnswer,
  ScoreReceipt,
  SessionAnswer,
  SignInWays,
  TasksAnswer,
  UsersAnswer,
  UnitFile,
  UnitsAnswer,
} from '../contracts';
import type { Why } from '../purpose/why-memory';
import { read, readFor } from './call';
import { catalogueInWords, explanationInWords, permissionsInWords, profileInWords } from './in-words';

interface ListAsked {
  readonly level?: string | undefined;
  readonly unit?: string | undefined;
  readonly category?: string | undefined;
  readonly channel?: string | undefined;
  readonly cursor?: string | undefined;
}

interface CandidatesAsked extends ListAsked {
  readonly state?: string | undefined;
}

const ROWS_A_PAGE = 50;

export const CANDIDATES = 'candidates';
export const SESSION = 'session';
export const USERS = 'users';

/** Who is asking; a problem with status 401 when nobody is signed in. */
export function useSession(): UseQueryResult<SessionAnswer> {
  return useQuery({ queryKey: [SESSION], queryFn: () => read<SessionAnswer>('/session') });
}

/** How people may sign in besides; asked by who is not signed in. */
export function useSignInWays(): UseQueryResult<SignInWays> {
  return useQuery({ queryKey: ['sign-in-ways'], queryFn: () => read<SignInWays>('/session/ways'), staleTime: Infinity });
}

export function useUsers(): UseQueryResult<UsersAnswer> {
  return useQuery({ queryKey: [USERS], queryFn: () => read<UsersAnswer>('/users') });
}

export function useCatalogue(): UseQueryResult<CatalogueAnswer> {
  return useQuery({
    queryKey: ['catalogue'],
    queryFn: async () => catalogueInWords(await read<CatalogueAnswer>('/catalogue')),
    staleTime: Infinity,
  });
}

export function usePermissions(): UseQueryResult<PermissionsAnswer> {
  return useQuery({ queryKey: ['permissions'], queryFn: async () => permissionsInWords(await read<PermissionsAnswer>('/permissions')), staleTime: Infinity });
}

export function useUnits(): UseQueryResult<UnitsAnswer> {
  return useQuery({ queryKey: ['units'], queryFn: () => read<UnitsAnswer>('/units') });
}

export function useCadres(asked: ListAsked): UseQueryResult<CadrePage> {
  return useQuery({
    queryKey: ['cadres', asked],
    queryFn: () => read<CadrePage>('/cadres', { ...asked, limit: ROWS_A_PAGE }),
    placeholderData: keepPreviousData,
  });
}

/** The day of the data: that of the shortest list, for those who may read it. */
export function useDataDay(mayRead = true): string | undefined {
  const asked = useQuery({ queryKey: ['cadres', 'day'], queryFn: () => read<CadrePage>('/cadres', { limit: 1 }), enabled: mayRead });
  return asked.data?.day;
}

/** What is known about one subject is asked for when it is opened, and not again because a window comes to the front. */
const ABOUT_ONE = { refetchOnWindowFocus: false } as const;

const cadreAt = (id: string): string => `/cadres/${encodeURIComponent(id)}`;
const unitAt = (code: string): string => `/units/${encodeURIComponent(code)}`;

/** @param why without it nothing is asked */
export function useCadreFile(id: string, why: Why | undefined): UseQueryResult<CadreFile> {
  return useQuery({
    ...ABOUT_ONE,
    queryKey: ['cadre', id, 'file'],
    queryFn: why === undefined ? skipToken : () => readFor<CadreFile>(why, cadreAt(id)),
  });
}

/** What the person concerned may be shown. */
export function useOwnView(id: string, why: Why): UseQueryResult<OwnViewAnswer> {
  return useQuery({ ...ABOUT_ONE, queryKey: ['cadre', id, 'own-view'], queryFn: () => readFor<OwnViewAnswer>(why, `${cadreAt(id)}/own-view`) });
}

/** @param why without it nothing is asked */
export function useUnitFile(code: string, why: Why | undefined): UseQueryResult<UnitFile> {
  return useQuery({
    ...ABOUT_ONE,
    queryKey: ['unit', code, 'file'],
    queryFn: why === undefined ? skipToken : () => readFor<UnitFile>(why, unitAt(code)),
  });
}

/** One subject, where its reading is asked for. */
export interface SubjectAt {
  readonly subject: string;
  readonly path: string;
}

export const cadreSubject = (id: string): SubjectAt => ({ subject: id, path: cadreAt(id) });
export const unitSubject = (code: string): SubjectAt => ({ subject: `unit:${code}`, path: unitAt(code) });

/** @param asOf civil date; the present day without it */
export function useReading({ subject, path }: SubjectAt, asOf: string | undefined, why: Why): UseQueryResult<ReadingAnswer> {
  return useQuery({
    ...ABOUT_ONE,
    queryKey: ['reading', subject, asOf],
    queryFn: () => readFor<ReadingAnswer>(why, `${path}/reading`, { asOf }),
    placeholderData: (previous) => (previous?.subject === subject ? previous : undefined),
  });
}

/** @param asOf civil date; the present day without it */
export function useProfile(id: string, asOf: string | undefined, why: Why): UseQueryResult<ProfileAnswer> {
  return useQuery({
    ...ABOUT_ONE,
    queryKey: ['profile', id, asOf],
    queryFn: async () => profileInWords(await readFor<ProfileAnswer>(why, `${cadreAt(id)}/profile`, { asOf })),
  });
}

/** Civil dates: that of the reading, the present day without it; and the day up to which the log counts, all of it without one. */
export interface DaysAsked {
  readonly asOf?: string | undefined;
  readonly knownOn?: string | undefined;
}

export function useExplanation({ subject, path }: SubjectAt, { asOf, knownOn }: DaysAsked, why: Why): UseQueryResult<ExplanationAnswer> {
  return useQuery({
    ...ABOUT_ONE,
    queryKey: ['explanation', subject, asOf, knownOn],
    queryFn: async () => explanationInWords(await readFor<ExplanationAnswer>(why, `${path}/reading/explanation`, { asOf, knownOn })),
    placeholderData: (previous) => (previous?.subject === subject ? previous : undefined),
  });
}

/** The reading of a day as a file that anybody can check. */
export const readReceipt = ({ path }: SubjectAt, asOf: string, why: Why): Promise<ScoreReceipt> =>
  readFor<ScoreReceipt>(why, `${path}/reading/receipt`, { asOf });

export const candidateKey = (id: string): readonly unknown[] => [CANDIDATES, 'one', id];

/** @param why without it nothing is asked */
export function useCandidate(id: string, why: Why | undefined): UseQueryResult<CandidateFile> {
  return useQuery({
    ...ABOUT_ONE,
    queryKey: candidateKey(id),
    queryFn: why === undefined ? skipToken : () => readFor<CandidateFile>(why, `/candidates/${id}`),
  });
}

export function useCandidates(asked: CandidatesAsked): UseQueryResult<CandidatePage> {
  return useQuery({
    queryKey: [CANDIDATES, asked],
    queryFn: () => read<CandidatePage>('/candidates', { ...asked, limit: ROWS_A_PAGE }),
    placeholderData: keepPreviousData,
  });
}

/** What work on a cadre is at hand, to be named as what a read is for. */
export function useTasks(cadre: string): UseQueryResult<TasksAnswer> {
  return useQuery({ queryKey: ['tasks', cadre], queryFn: () => read<TasksAnswer>('/tasks', { cadre }) });
}

/** What waits for the person; others work at the same time, so each visit asks anew. */
export function useDesk(): UseQueryResult<DeskAnswer> {
  return useQuery({ queryKey: ['desk'], queryFn: () => read<DeskAnswer>('/desk'), staleTime: 0 });
}

const LOOK_AGAIN_MS = 5_000;

/** @param again whether to ask anew every five seconds */
export function useOperations(again: boolean): UseQueryResult<OperationsAnswer> {
  return useQuery({
    queryKey: ['operations'],
    queryFn: () => read<OperationsAnswer>('/operations'),
    refetchInterval: again && LOOK_AGAIN_MS,
    staleTime: 0,
  });
}
