import { BookOutlined, MenuFoldOutlined, MenuUnfoldOutlined, SafetyOutlined, SolutionOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { Button, Layout, Menu } from 'antd';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import texts from '../texts/zh-CN/frame.json';

interface SideMenuProps {
  readonly collapsed: boolean;
  readonly onCollapse: (collapsed: boolean) => void;
}

const ITEMS = [
  { key: '/cadres', icon: <UnorderedListOutlined />, label: <Link to="/cadres">{texts.cadres}</Link> },
  { key: '/candidates', icon: <SolutionOutlined />, label: <Link to="/candidates">{texts.candidates}</Link> },
  { key: '/catalogue', icon: <BookOutlined />, label: <Link to="/catalogue">{texts.catalogue}</Link> },
  { key: '/permissions', icon: <SafetyOutlined />, label: <Link to="/permissions">{texts.permissions}</Link> },
];

export function SideMenu({ collapsed, onCollapse }: SideMenuProps): ReactNode {
  const { pathname } = useLocation();
  const open = ITEMS.find(({ key }) => pathname.startsWith(key));
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
        <Menu mode="inline" inlineCollapsed={collapsed} items={ITEMS} selectedKeys={open === undefined ? [] : [open.key]} />
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
