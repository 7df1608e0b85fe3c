import { Layout } from 'antd';
import { Suspense, useState, type ReactNode } from 'react';
import { Skeleton } from 'antd';
import { Outlet } from 'react-router';
import { CatalogueGate } from '../catalogue/catalogue-gate';
import texts from '../texts/zh-CN/frame.json';
import { SideMenu } from './side-menu';
import { TopBar } from './top-bar';
import './frame.css';

const KEY = 'liuqu.menu-collapsed';

/** Side menu, top bar, and one page. */
export function Frame(): ReactNode {
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(KEY) === 'true');
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
          <CatalogueGate>
            <Suspense fallback={<Skeleton active={false} paragraph={{ rows: 12 }} />}>
              <Outlet />
            </Suspense>
          </CatalogueGate>
        </main>
      </Layout>
    </Layout>
  );
}
