import type { ComponentType } from 'react';
import type { PolicyFile, PolicyKind } from '../contracts';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';
import { BacktestTab } from './backtest/backtest-tab';
import { PolicyCourse } from './policy-course';
import { PolicyDifferences } from './policy-differences';
import { PolicyEditor } from './policy-editor';

const texts = textsOf('policies');

interface PolicyTab {
  readonly key: string;
  /** Without it, of all kinds. */
  readonly kind?: PolicyKind;
  readonly label: (policy: PolicyFile) => string;
  readonly Content: ComponentType<{ readonly policy: PolicyFile }>;
}

/** What is shown of one policy, in this order. */
export const POLICY_TABS: readonly PolicyTab[] = [
  {
    key: 'content',
    label: ({ findings }) => (findings.length === 0 ? texts.tabContent : fill(texts.tabContentFindings, { count: findings.length })),
    Content: PolicyEditor,
  },
  { key: 'difference', label: () => texts.tabDifference, Content: PolicyDifferences },
  { key: 'backtest', kind: 'odds', label: () => texts.tabBacktest, Content: BacktestTab },
  { key: 'course', label: () => texts.tabCourse, Content: PolicyCourse },
];
