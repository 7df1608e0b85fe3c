import type { ComponentType } from 'react';
import type { PolicyFile } from '../contracts';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';
import { PolicyCourse } from './policy-course';
import { PolicyDifferences } from './policy-differences';
import { PolicyEditor } from './policy-editor';

const texts = textsOf('policies');

interface PolicyTab {
  readonly key: string;
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
  { key: 'course', label: () => texts.tabCourse, Content: PolicyCourse },
];
