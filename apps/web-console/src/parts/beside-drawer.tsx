import { ConfigProvider, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useReducedMotion } from '../look/reduced-motion';
import './beside.css';

interface BesideDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  /** What it is called for who does not see it. */
  readonly label: string;
  readonly children: ReactNode;
}

const WIDTH = 560;

/** One thing beside its list, which stays in use. */
export function BesideDrawer({ open, onClose, title, label, children }: BesideDrawerProps): ReactNode {
  const still = useReducedMotion();
  return (
    <ConfigProvider theme={{ token: { motion: !still } }}>
      <Drawer
        open={open}
        onClose={onClose}
        size={WIDTH}
        mask={false}
        destroyOnHidden
        rootClassName="lq-drawer"
        title={title}
        aria-label={label}
        styles={{ body: { padding: '12px 20px' }, header: { padding: '10px 20px' } }}
      >
        {children}
      </Drawer>
    </ConfigProvider>
  );
}
