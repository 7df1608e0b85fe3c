import { textsOf } from '../texts/texts';

const texts = textsOf('problems');
const sentences: Readonly<Record<string, string>> = textsOf('served').problems;

/** What went wrong, as the API tells it (problem+json), or as the browser sees it when no answer came. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly code: string,
    /** One sentence for the person at the screen. */
    readonly detail: string,
    readonly retryable: boolean,
    /** The sentence as the server gave it, where `detail` is this console's own for the code. */
    readonly asSaid?: string,
  ) {
    super(`${code}: ${detail}`);
  }

  static withoutAnswer(timedOut: boolean): ApiProblem {
    return timedOut
      ? new ApiProblem(0, 'no-answer-in-time', texts.timedOut, true)
      : new ApiProblem(0, 'no-connection', texts.noConnection, true);
  }

  static async of(response: Response): Promise<ApiProblem> {
    const body: unknown = await response.json().catch(() => undefined);
    const told = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
    const code = typeof told['code'] === 'string' ? told['code'] : `http-${response.status}`;
    const said = typeof told['detail'] === 'string' ? told['detail'] : undefined;
    const own = sentences[code];
    const retryable = told['retryable'] === true;
    return new ApiProblem(response.status, code, own ?? said ?? texts.unreadable, retryable, own === undefined ? undefined : said);
  }

  /** Any error as a problem: what is not from the API is a fault of this page. */
  static from(error: unknown): ApiProblem {
    return error instanceof ApiProblem ? error : new ApiProblem(0, 'page-fault', texts.pageFault, false);
  }
}
