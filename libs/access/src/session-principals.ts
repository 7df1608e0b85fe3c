import { type AskedRequest, type Principal, Principals } from '#access/principals';
import { changesSomething, isSameOrigin } from '#access/request-origin';
import { sessionTokenIn } from '#access/session-cookie';
import type { Sessions } from '#access/sessions';
import { Problem } from '#platform/http/problem';

/** Who is signed in at the browser that asks: nobody when the session is over. Without a cookie, whom the others believe. */
export class SessionPrincipals extends Principals {
  constructor(
    private readonly sessions: Sessions,
    private readonly others: Principals,
  ) {
    super();
  }

  /** @throws Problem 403 when a page from elsewhere would change something with this browser's cookie */
  override async of(request: AskedRequest): Promise<Principal | undefined> {
    const token = sessionTokenIn(request.headers);
    if (token === undefined) return this.others.of(request);
    const principal = await this.sessions.principalOf(token);
    if (principal && changesSomething(request.method) && !isSameOrigin(request.headers)) {
      throw new Problem(403, 'request-from-elsewhere', '该请求不是从本系统的页面发出的，已拒绝。');
    }
    return principal;
  }
}
