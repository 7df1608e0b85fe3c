import { Table } from 'antd';
import { useRef, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useUsers } from '../api/queries';
import type { User } from '../contracts';
import { EmptyNotice } from '../parts/empty-notice';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { rowThatOpens, useRowKeys } from '../parts/use-row-keys';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { findUsers, type UsersAsked } from './find-users';
import { useUnitWord } from './unit-words';
import { userColumns } from './user-columns';
import { withUser } from './user-path';

const texts = textsOf('users');

/** Those who fit; who is open beside the list is in the address. */
export function UserList(asked: UsersAsked): ReactNode {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const unitWord = useUnitWord();
  useRowKeys(list);
  const { data, error, refetch } = useUsers();
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={12} />;
  const open = search.get('open');
  const addressOf = ({ id }: User): string => `?${withUser(search, id).toString()}`;
  const shown = findUsers(data.items, asked);
  return (
    <div ref={list} className="lq-list">
      <Table<User>
        size="small"
        pagination={false}
        aria-label={texts.caption}
        columns={userColumns({ beside: open !== null || search.has('add'), addressOf, unitWord })}
        dataSource={shown}
        rowKey="id"
        rowClassName={({ id }) => (id === open ? 'lq-open-row' : '')}
        onRow={(user) => rowThatOpens(() => void navigate(addressOf(user)))}
        locale={{ emptyText: <Nothing filtered={data.items.length > 0} /> }}
      />
      <p className="lq-meta" role="status">
        {fill(texts.count, { all: data.items.length, shown: shown.length })}
      </p>
    </div>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }): ReactNode {
  return filtered ? (
    <EmptyNotice title={texts.emptyFiltered} filledBy={texts.emptyFilteredFilledBy} />
  ) : (
    <EmptyNotice title={texts.empty} filledBy={texts.emptyFilledBy} />
  );
}
