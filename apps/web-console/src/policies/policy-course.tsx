import type { ReactNode } from 'react';
import type { PolicyFile } from '../contracts';
import { writtenInstant } from '../parts/civil-day';
import { personWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { ApprovalActs } from './approval-acts';
import { deedWord } from './policy-words';

const texts = textsOf('policies');

/** What was decided about a policy, and what the person at the screen may decide now. */
export function PolicyCourse({ policy }: { readonly policy: PolicyFile }): ReactNode {
  return (
    <div className="lq-policy-course">
      <section className="lq-card" aria-label={texts.history}>
        <h2>{texts.history}</h2>
        <ol>
          {policy.history.map(({ deed, by, at, reason }) => (
            <li key={deed + at}>
              <span className="lq-meta lq-number">{writtenInstant(at)}</span> {deedWord(deed)} {by !== null && personWord(by)}
              {reason !== null && <p className="lq-policy-reason">{reason}</p>}
            </li>
          ))}
        </ol>
      </section>
      <section className="lq-card" aria-label={texts.act}>
        <h2>{texts.act}</h2>
        <ApprovalActs policy={policy} />
      </section>
    </div>
  );
}
