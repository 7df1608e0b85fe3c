import locale from 'antd/locale/zh_CN';
import alerts from './alerts.json';
import brake from './brake.json';
import backtest from './backtest.json';
import cadres from './cadres.json';
import candidates from './candidates.json';
import catalogue from './catalogue.json';
import desk from './desk.json';
import explanation from './explanation.json';
import frame from './frame.json';
import inbox from './inbox.json';
import joinings from './joinings.json';
import lists from './lists.json';
import matching from './matching.json';
import moves from './moves.json';
import operations from './operations.json';
import overrides from './overrides.json';
import ownView from './own-view.json';
import permissions from './permissions.json';
import points from './points.json';
import policies from './policies.json';
import portrait from './portrait.json';
import problems from './problems.json';
import profile from './profile.json';
import purpose from './purpose.json';
import reads from './reads.json';
import rebuild from './rebuild.json';
import reviews from './reviews.json';
import schemes from './schemes.json';
import served from './served.json';
import signIn from './sign-in.json';
import signals from './signals.json';
import units from './units.json';
import users from './users.json';
import words from './words.json';

/** Every word of the console in Chinese, one catalogue a page; `locale` is that of the components. */
export const zhCN = {
  locale,
  alerts,
  backtest,
  brake,
  cadres,
  candidates,
  catalogue,
  desk,
  explanation,
  frame,
  inbox,
  joinings,
  lists,
  matching,
  moves,
  operations,
  overrides,
  'own-view': ownView,
  permissions,
  points,
  policies,
  portrait,
  problems,
  profile,
  purpose,
  reads,
  rebuild,
  reviews,
  schemes,
  served,
  'sign-in': signIn,
  signals,
  units,
  users,
  words,
};
