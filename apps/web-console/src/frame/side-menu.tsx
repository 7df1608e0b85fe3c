import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button, Layout, Menu } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useMay } from '../people/may';
import { textsOf } from '../texts/texts';
import { CONSOLE_PAGES, pageAt } from './console-pages';

const texts = textsOf('frame');

interface SideMenuProps {
  readonly collapsed: boolean;
  readonly onCollapse: (collapsed: boolean) => void;
}

/** The pages that the person may read, and no others. */
export function SideMenu({ collapsed, onCollapse }: SideMenuProps): ReactNode {
  const { pathname } = useLocation();
  const may = useMay();
  const open = pageAt(pathname);
  const items = CONSOLE_PAGES.filter(({ asks }) => may(asks)).map(({ path, icon, word }) => ({
    key: path,
    icon,
    label: <Link to={path}>{word}</Link>,
  }));
  return (
    <Layout.Sider className="lq-side" width={208} collapsedWidth={52} collapsed={collapsed} trigger={null}>
      <div className="lq-brand">
        <img src="/liuqu.svg" alt="" width={26} height={26} />
        {!collapsed && (
          <span>
            <strong>{texts.product}</strong> <span className="lq-meta">{texts.subtitle}</span>
          </span>
        )}
      </div>
      <nav aria-label={texts.menu}>
        <Menu mode="inline" inlineCollapsed={collapsed} items={items} selectedKeys={open === undefined ? [] : [open.path]} />
      </nav>
      <Button
        type="text"
        className="lq-collapse"
        icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        aria-label={collapsed ? texts.expand : texts.collapse}
        aria-expanded={!collapsed}
        onClick={() => onCollapse(!collapsed)}
      />
    </Layout.Sider>
  );
}
