import { Layout } from 'antd';
import { Suspense, useState, type ReactNode } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { ApiProblem } from '../api/api-problem';
import { useSession } from '../api/queries';
import { CatalogueGate } from '../catalogue/catalogue-gate';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { SideMenu } from './side-menu';
import { TopBar } from './top-bar';
import './frame.css';

const texts = textsOf('frame');

const KEY = 'liuqu.menu-collapsed';

/** Side menu, top bar, and one page; without anybody signed in, the way to sign in and back. */
export function Frame(): ReactNode {
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(KEY) === 'true');
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.error !== null && ApiProblem.from(session.error).status === 401) {
    const why = session.data === undefined ? 'nobody' : 'over';
    return <Navigate to="/sign-in" replace state={{ why, from: pathname + search }} />;
  }
  const collapse = (now: boolean): void => {
    localStorage.setItem(KEY, String(now));
    setCollapsed(now);
  };
  return (
    <Layout className="lq-frame" hasSider>
      <a className="lq-skip" href="#main">
        {texts.skip}
      </a>
      <SideMenu collapsed={collapsed} onCollapse={collapse} />
      <Layout>
        <TopBar />
        <main id="main" className="lq-main" tabIndex={-1}>
          {session.isPending ? (
            <Waiting rows={12} />
          ) : (
            <CatalogueGate>
              <Suspense fallback={<Waiting rows={12} />}>
                <Outlet />
              </Suspense>
            </CatalogueGate>
          )}
        </main>
      </Layout>
    </Layout>
  );
}
