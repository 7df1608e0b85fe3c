import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { PolicyFinding } from '../contracts';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';
import { told } from './policy-words';

const texts = textsOf('policies');

interface FindingsListProps {
  readonly findings: readonly PolicyFinding[];
  /** Whether they are of the text that was kept, and the one at hand has moved on. */
  readonly stale: boolean;
  readonly onJump: (pointer: string) => void;
}

/** What is wrong with a policy, each with the way to its place. */
export function FindingsList({ findings, stale, onJump }: FindingsListProps): ReactNode {
  if (findings.length === 0) return null;
  return (
    <section className="lq-card lq-policy-findings" aria-label={texts.findings}>
      <div className="lq-card-head">
        <h2>{fill(texts.findingsCount, { count: findings.length })}</h2>
        {stale && <span className="lq-meta">{texts.findingsStale}</span>}
      </div>
      <ul>
        {findings.map((finding) => (
          <li key={finding.pointer + finding.code}>
            <Button size="small" type="link" onClick={() => onJump(finding.pointer)} aria-label={fill(texts.jumpTo, { what: told(finding) })}>
              {texts.jump}
            </Button>
            {told(finding)}
          </li>
        ))}
      </ul>
    </section>
  );
}
