import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSession } from '../api/queries';
import { OneField } from '../candidates/one-field';
import type { PolicyFile } from '../contracts';
import { useMay } from '../people/may';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { personWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { usePolicyAct, type PolicyActing } from './use-policy-act';

const texts = textsOf('policies');

const LONGEST_REASON = 1_000;

/** Approve or send back, for whoever may; for all others, what it waits for. */
export function ApprovalActs({ policy }: { readonly policy: PolicyFile }): ReactNode {
  const acting = usePolicyAct(policy.id);
  const may = useMay();
  const me = useSession().data?.id ?? '';
  const approves = policy.state === 'approval-asked' && may('POST /api/v1/policies/:id/approval/confirmation');
  const asks = policy.state === 'checked' && may('POST /api/v1/policies/:id/approval');
  return (
    <>
      {acting.error !== null && <ProblemNotice error={acting.error} />}
      <p className="lq-meta">{waitsFor(policy)}</p>
      {asks && (
        <Button type="primary" loading={acting.waiting} onClick={() => acting.act({ path: 'approval', body: {} })}>
          {texts.ask}
        </Button>
      )}
      {policy.kind === 'points' && <InForce policy={policy} acting={acting} />}
      {approves && <Approval policy={policy} me={me} acting={acting} />}
    </>
  );
}

/** A points scheme comes into force, and out of it, by a decision; an odds policy by a switch of readings. */
function InForce({ policy: { state }, acting: { act, waiting } }: { readonly policy: PolicyFile; readonly acting: PolicyActing }): ReactNode {
  const may = useMay();
  if ((state === 'approved' || state === 'retired') && may('POST /api/v1/policies/:id/going-live')) {
    return (
      <>
        <p>{texts.goLiveNote}</p>
        <Button type="primary" loading={waiting} onClick={() => act({ path: 'going-live', body: {} })}>
          {texts.goLive}
        </Button>
      </>
    );
  }
  if (state !== 'live' || !may('POST /api/v1/policies/:id/retirement')) return null;
  return (
    <Button loading={waiting} onClick={() => act({ path: 'retirement', body: {} })}>
      {texts.retire}
    </Button>
  );
}

interface ApprovalProps {
  readonly policy: PolicyFile;
  readonly me: string;
  readonly acting: PolicyActing;
}

function Approval({ policy: { kind, hash, approvals }, me, acting: { act, waiting } }: ApprovalProps): ReactNode {
  const approved = approvals.some(({ by }) => by === me);
  return (
    <>
      {approved ? (
        <p>{texts.approvedByMe}</p>
      ) : (
        <>
          <p>{kind === 'odds' ? texts.approveNote : texts.approveSchemeNote}</p>
          <Button type="primary" loading={waiting} onClick={() => act({ path: 'approval/confirmation', body: { hash } })}>
            {texts.approve}
          </Button>
        </>
      )}
      <OneField
        name={texts.refusalReason}
        missing={texts.refusalMissing}
        most={LONGEST_REASON}
        rows={3}
        button={texts.refuse}
        minor
        waiting={waiting}
        onSend={(reason) => act({ path: 'approval/refusal', body: { reason } })}
      />
    </>
  );
}

function waitsFor({ kind, state, asked, approvals, refusal }: PolicyFile): string {
  const first = approvals[0];
  switch (state) {
    case 'draft':
      return refusal === null ? texts.waitsDraft : fill(texts.waitsRefused, { person: personWord(refusal.by), reason: refusal.reason });
    case 'checked':
      return kind === 'odds' ? texts.waitsUntested : texts.waitsChecked;
    case 'approval-asked':
      return first === undefined
        ? fill(texts.waitsTwo, { person: personWord(asked?.by ?? '') })
        : fill(texts.waitsOne, { person: personWord(first.by) });
    case 'approved':
      return texts.waitsSwitch;
    case 'live':
      return texts.isLive;
    case 'retired':
      return texts.isRetired;
  }
}
