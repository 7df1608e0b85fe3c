import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useUsers } from '../api/queries';
import { BesideDrawer } from '../parts/beside-drawer';
import { EmptyNotice } from '../parts/empty-notice';
import { ProblemNotice } from '../parts/problem-notice';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { AddUser } from './add-user';
import { UserBody } from './user-body';
import { withUser } from './user-path';

const texts = textsOf('users');

/** One user beside the list, or the form for a new one. */
export function UserDrawer(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const id = search.get('open');
  const adding = search.has('add');
  const { data } = useUsers();
  const name = data?.items.find((user) => user.id === id)?.name;
  const label = adding ? texts.add : texts.drawer;
  return (
    <BesideDrawer
      open={id !== null || adding}
      onClose={() => setSearch(withUser(search, undefined), { replace: true })}
      title={adding ? texts.add : (name ?? texts.drawer)}
      label={label}
    >
      {adding && <AddUser />}
      {!adding && id !== null && <Loaded key={id} id={id} />}
    </BesideDrawer>
  );
}

function Loaded({ id }: { readonly id: string }): ReactNode {
  const { data, error, refetch } = useUsers();
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={10} />;
  const user = data.items.find((each) => each.id === id);
  if (user === undefined) return <EmptyNotice title={texts.notThere} filledBy={texts.notThereFilledBy} />;
  return <UserBody user={user} />;
}
