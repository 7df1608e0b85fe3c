import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useSession } from '../api/queries';
import type { User } from '../contracts';
import { writtenInstant } from '../parts/civil-day';
import { ProblemNotice } from '../parts/problem-notice';
import { principalWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { HandedOut } from './handed-out';
import { useUnitWord } from './unit-words';
import { useChange } from './use-change';
import { UserActs } from './user-acts';

const texts = textsOf('users');

/** What is known of one account, and what may be done to it; nothing to one's own. */
export function UserBody({ user }: { readonly user: User }): ReactNode {
  const { data: me } = useSession();
  const changing = useChange(user.id);
  return (
    <div className="lq-user">
      <Facts user={user} />
      {changing.error !== null && <ProblemNotice error={changing.error} />}
      {changing.handedOut !== undefined && <HandedOut {...changing.handedOut} />}
      {changing.handedOut === undefined && changing.done !== undefined && <Alert type="success" showIcon role="status" title={changing.done} />}
      {me?.id === user.id ? <Alert type="info" showIcon title={texts.own} /> : <UserActs user={user} changing={changing} />}
    </div>
  );
}

function Facts({ user }: { readonly user: User }): ReactNode {
  const unitWord = useUnitWord();
  const facts = [
    [texts.id, user.id],
    [texts.role, principalWord(user.role)],
    [texts.unit, unitWord(user.unit)],
    [texts.state, user.active ? texts.active : texts.off],
    [texts.lastSignIn, user.lastSignInAt === null ? texts.never : writtenInstant(user.lastSignInAt)],
    [texts.code, user.codeTaken ? texts.codeTaken : texts.codeNotTaken],
    [texts.identity, user.linked ? texts.linked : texts.notLinked],
    [texts.addedAt, writtenInstant(user.addedAt)],
  ] as const;
  return (
    <dl className="lq-user-facts">
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
