import type { TableColumnsType, TableColumnType } from 'antd';
import { Link } from 'react-router';
import type { User } from '../contracts';
import { writtenInstant } from '../parts/civil-day';
import { principalWord } from '../parts/words';
import { textsOf } from '../texts/texts';

const texts = textsOf('users');

type Column = TableColumnType<User>;

/** Left out on a narrow screen, or at 125 % zoom. */
const WIDE_ONLY = { responsive: ['xl' as const] };

const NAME: Column = { title: texts.name, width: 110, className: 'lq-name', dataIndex: 'name' };
const ROLE: Column = { title: texts.role, width: 150, className: 'lq-name', render: (_, { role }) => principalWord(role) };
const STATE: Column = {
  title: texts.state,
  width: 84,
  className: 'lq-name',
  render: (_, { active }) => (active ? texts.active : <span className="lq-meta">{texts.off}</span>),
};
const LAST: Column = {
  title: texts.lastSignIn,
  width: 150,
  className: 'lq-number',
  render: (_, { lastSignInAt }) => (lastSignInAt === null ? <span className="lq-meta">{texts.never}</span> : writtenInstant(lastSignInAt)),
};
const CODE: Column = { title: texts.code, width: 84, ...WIDE_ONLY, render: (_, { codeTaken }) => (codeTaken ? texts.codeTaken : texts.codeNotTaken) };
const IDENTITY: Column = { title: texts.identity, width: 92, ...WIDE_ONLY, render: (_, { linked }) => (linked ? texts.linked : texts.notLinked) };

interface UserList {
  /** Whether somebody is open beside the list, which then shows only what tells the rows apart. */
  readonly beside: boolean;
  readonly addressOf: (user: User) => string;
  readonly unitWord: (unit: string | null) => string;
}

export function userColumns({ beside, addressOf, unitWord }: UserList): TableColumnsType<User> {
  const id: Column = { title: texts.id, width: 140, className: 'lq-name', render: (_, user) => <Link to={addressOf(user)}>{user.id}</Link> };
  const unit: Column = { title: texts.unit, width: 150, render: (_, user) => unitWord(user.unit) };
  return beside ? [id, NAME, ROLE, STATE] : [id, NAME, ROLE, unit, STATE, LAST, CODE, IDENTITY];
}
