import { Alert } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useTriage } from '../api/inbox-queries';
import { useTitle } from '../frame/use-title';
import { BesideDrawer } from '../parts/beside-drawer';
import { fill } from '../parts/fill';
import { withSignal } from '../signals/signal-question';
import { textsOf } from '../texts/texts';
import { MatchingList } from './matching-list';
import { OneItem } from './one-item';
import type { Said } from './use-settling';
import '../candidates/candidates.css';
import './matching.css';

const texts = textsOf('matching');

/** 人员匹配: whom a signal is about, where the system cannot tell. */
export function MatchingPage(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const [said, setSaid] = useState<Said>();
  const { data } = useTriage(search.get('cursor') ?? undefined);
  const open = search.get('open');
  useTitle(texts.documentTitle);
  const close = (): void => setSearch(withSignal(search, undefined), { replace: true });
  return (
    <div className={open === null ? undefined : 'lq-beside'}>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        {data !== undefined && <span className="lq-number">{fill(texts.open, { count: data.open })}</span>}
        <span className="lq-meta">{texts.order}</span>
      </div>
      <div className="lq-filters">
        <span className="lq-spring" />
        <span className="lq-meta lq-keys">{texts.keys}</span>
      </div>
      {said !== undefined && (
        <Alert
          className="lq-said"
          type={said.done ? 'success' : 'warning'}
          showIcon
          role="status"
          closable
          title={
            <>
              {said.sentence} {said.code !== undefined && <span className="lq-meta">{fill(texts.code, { code: said.code })}</span>}
            </>
          }
        />
      )}
      <MatchingList />
      <BesideDrawer open={open !== null} title={texts.drawer} label={texts.drawer} onClose={close}>
        {open !== null && (
          <OneItem
            key={open}
            eventId={open}
            onSaid={(answer) => {
              setSaid(answer);
              if (answer.done) close();
            }}
          />
        )}
      </BesideDrawer>
    </div>
  );
}
