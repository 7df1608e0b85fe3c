import type { ReactNode } from 'react';
import { useSession } from '../api/queries';
import { OneField } from '../candidates/one-field';
import type { RebuildAnswer } from '../contracts';
import { fill } from '../parts/fill';
import { policyWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import type { Acting } from './rebuild-acts';

const texts = textsOf('rebuild');

const LONGEST_REASON = 500;

interface SwitchFormProps {
  readonly told: RebuildAnswer;
  readonly acting: Acting;
}

/** To what was made anew, or back to what was live before; where that is not to be had, why. */
export function SwitchForm({ told: { other, certificate }, acting: { act, waiting } }: SwitchFormProps): ReactNode {
  const me = useSession().data?.id;
  const policy = policyWord(other.policy?.name ?? '');
  const isBack = other.state === 'standby';
  if (!isBack && certificate?.holds !== true) return <p className="lq-meta">{texts.switchNeedsCertificate}</p>;
  if (!isBack && other.startedBy === me) return <p>{texts.switchByAnother}</p>;
  return (
    <div>
      <p className="lq-meta">{fill(isBack ? texts.backNote : texts.switchNote, { policy })}</p>
      <OneField
        key={other.state}
        name={isBack ? texts.backReason : texts.switchReason}
        missing={texts.reasonMissing}
        most={LONGEST_REASON}
        rows={2}
        button={isBack ? texts.back : texts.switch}
        minor={isBack}
        waiting={waiting}
        onSend={(reason) => act({ path: isBack ? '/back' : '/switch', body: { reason } })}
      />
    </div>
  );
}
