import { CommandFailed, type Terminal } from '../command';

const PATIENCE_MS = 70_000;
const DEMO = 'demo-';

/** As whom the console is asked; the password is in the environment, so that it stands in no list of processes. */
export interface Caller {
  readonly base: string;
  readonly as: string;
  readonly code: string | undefined;
}

interface Refusal {
  readonly code?: string;
  readonly detail?: string;
}

/** The console as one person reaches it, signed in for as long as the command runs; in a demo as one of its people. */
export class ConsoleSession {
  private constructor(
    private readonly base: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  /** @throws CommandFailed when nobody answers, or the person is not let in */
  static async open({ base, as, code }: Caller, { environment }: Terminal): Promise<ConsoleSession> {
    if (as.startsWith(DEMO)) return new ConsoleSession(base, { 'liuqu-demo-principal': as.slice(DEMO.length) });
    const password = environment['LIUQU_PASSWORD'];
    if (password === undefined || code === undefined) {
      throw new CommandFailed('signing in wants the password in LIUQU_PASSWORD and the six digits of the authenticator after --code');
    }
    const unsigned = new ConsoleSession(base, { origin: base });
    const answer = await unsigned.send('POST', '/api/v1/session', { user: as, password, code });
    const cookie = answer.headers.getSetCookie().map((each) => each.split(';', 1)[0]);
    return new ConsoleSession(base, { origin: base, cookie: cookie.join('; ') });
  }

  /** @throws CommandFailed with what the console says */
  async ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    return (await (await this.send(method, path, body)).json()) as T;
  }

  /** Signs out; who was only believed in a demo has nothing to sign out of. */
  async close(): Promise<void> {
    if (this.headers['cookie'] !== undefined) await this.send('DELETE', '/api/v1/session').catch(() => undefined);
  }

  private async send(method: string, path: string, body?: object): Promise<Response> {
    const headers = { ...this.headers, ...(body ? { 'content-type': 'application/json' } : {}) };
    const asked = { method, headers, body: body && JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE_MS) };
    const answer = await fetch(`${this.base}${path}`, asked).catch((error: unknown) => {
      throw new CommandFailed(`${this.base} does not answer: ${causeOf(error)}`);
    });
    if (answer.ok) return answer;
    const { code, detail } = (await answer.json().catch(() => ({}))) as Refusal;
    throw new CommandFailed(`refused (${answer.status} ${code ?? 'without a code'}): ${detail ?? 'no reason given'}`);
  }
}

function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
