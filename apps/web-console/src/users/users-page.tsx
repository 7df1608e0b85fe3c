import { Button, Input, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useTitle } from '../frame/use-title';
import { textsOf } from '../texts/texts';
import { USER_STATES } from './find-users';
import { withNewUser } from './user-path';
import { UserDrawer } from './user-drawer';
import { UserList } from './user-list';
import './users.css';

const texts = textsOf('users');

const ALL = 'all';

/** 用户: who may sign in, and as what. */
export function UsersPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const state = USER_STATES.find((known) => known === search.get('state'));
  const words = search.get('find') ?? '';
  useTitle(texts.documentTitle);
  const ask = (name: string, value: string | undefined): void => {
    const question = new URLSearchParams(search);
    question.delete(name);
    if (value !== undefined) question.set(name, value);
    setSearch(question, { replace: true });
  };
  return (
    <div className={search.has('open') || search.has('add') ? 'lq-beside' : undefined}>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        <span className="lq-meta">{texts.note}</span>
      </div>
      <div className="lq-filters">
        <Segmented
          size="small"
          aria-label={texts.stateFilter}
          value={state ?? ALL}
          onChange={(value) => ask('state', value === ALL ? undefined : value)}
          options={[{ value: ALL, label: texts.all }, ...USER_STATES.map((value) => ({ value, label: texts[value] }))]}
        />
        <Input
          size="small"
          allowClear
          aria-label={texts.find}
          placeholder={texts.find}
          style={{ width: 200 }}
          value={words}
          onChange={({ target }) => ask('find', target.value === '' ? undefined : target.value)}
        />
        <span className="lq-spring" />
        <span className="lq-meta lq-keys">{texts.keys}</span>
        <Button size="small" type="primary" onClick={() => void navigate(`?${withNewUser(search).toString()}`)}>
          {texts.add}
        </Button>
      </div>
      <UserList state={state} words={words} />
      <UserDrawer />
    </div>
  );
}
