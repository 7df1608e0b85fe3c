import {
  AlertOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BookOutlined,
  ControlOutlined,
  DashboardOutlined,
  DesktopOutlined,
  EyeOutlined,
  FileSearchOutlined,
  InboxOutlined,
  SafetyOutlined,
  SolutionOutlined,
  SyncOutlined,
  TeamOutlined,
  UnorderedListOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { textsOf } from '../texts/texts';

const texts = textsOf('frame');

interface ConsolePage {
  readonly path: string;
  readonly word: string;
  readonly icon: ReactNode;
  /** The endpoint without which the page says nothing: who may not call it has no such page in the menu. */
  readonly asks: string;
}

/** The pages of the menu, in its order. */
export const CONSOLE_PAGES: readonly ConsolePage[] = [
  { path: '/desk', word: texts.desk, icon: <DesktopOutlined />, asks: 'GET /api/v1/desk' },
  { path: '/cadres', word: texts.cadres, icon: <UnorderedListOutlined />, asks: 'GET /api/v1/cadres' },
  { path: '/alerts', word: texts.alerts, icon: <AlertOutlined />, asks: 'GET /api/v1/alert-records' },
  { path: '/units', word: texts.units, icon: <ApartmentOutlined />, asks: 'GET /api/v1/units/:code' },
  { path: '/candidates', word: texts.candidates, icon: <SolutionOutlined />, asks: 'GET /api/v1/candidates' },
  { path: '/points', word: texts.points, icon: <AuditOutlined />, asks: 'GET /api/v1/points' },
  { path: '/signals', word: texts.signals, icon: <InboxOutlined />, asks: 'GET /api/v1/signals' },
  { path: '/matching', word: texts.matching, icon: <UserSwitchOutlined />, asks: 'GET /api/v1/triage' },
  { path: '/reads', word: texts.reads, icon: <EyeOutlined />, asks: 'GET /api/v1/reads' },
  { path: '/catalogue', word: texts.catalogue, icon: <BookOutlined />, asks: 'GET /api/v1/catalogue' },
  { path: '/policies', word: texts.policies, icon: <ControlOutlined />, asks: 'GET /api/v1/policies' },
  { path: '/rebuild', word: texts.rebuild, icon: <SyncOutlined />, asks: 'GET /api/v1/rebuild' },
  { path: '/reviews', word: texts.reviews, icon: <FileSearchOutlined />, asks: 'GET /api/v1/policy-reviews' },
  { path: '/operations', word: texts.operations, icon: <DashboardOutlined />, asks: 'GET /api/v1/operations' },
  { path: '/users', word: texts.users, icon: <TeamOutlined />, asks: 'GET /api/v1/users' },
  { path: '/permissions', word: texts.permissions, icon: <SafetyOutlined />, asks: 'GET /api/v1/permissions' },
];

/** The page that a path of this console belongs to. */
export const pageAt = (pathname: string): ConsolePage | undefined =>
  CONSOLE_PAGES.find(({ path }) => `${pathname}/`.startsWith(`${path}/`));
