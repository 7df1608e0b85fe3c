import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { OneField } from '../../candidates/one-field';
import type { JoiningRow } from '../../contracts';
import { writtenDay } from '../../parts/civil-day';
import { fill } from '../../parts/fill';
import { ProblemNotice } from '../../parts/problem-notice';
import { personWord } from '../../parts/words';
import { useMay } from '../../people/may';
import { Chinese } from '../../texts/chinese';
import { textsOf } from '../../texts/texts';
import { useJoining } from './use-joining';

const texts = textsOf('joinings');

const LONGEST_REASON = 200;

/** What people said belongs together, by whom and why, and what was undone. */
export function Joinings({ joinings }: { readonly joinings: readonly JoiningRow[] }): ReactNode {
  if (joinings.length === 0) return null;
  return (
    <section className="lq-card" aria-label={texts.title}>
      <h2 className="lq-title">{texts.title}</h2>
      <ul className="lq-lines">
        {joinings.map((joining) => (
          <li key={joining.id}>
            <OneJoining joining={joining} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneJoining({ joining }: { readonly joining: JoiningRow }): ReactNode {
  const { by, on, reason, undone } = joining;
  return (
    <>
      <div className={undone === null ? undefined : 'lq-undone'}>{sentenceOf(joining)}</div>
      <div className="lq-meta">
        {fill(texts.said, { by: personWord(by), day: writtenDay(on) })}
        <Chinese>{reason}</Chinese>
      </div>
      {undone !== null && (
        <div className="lq-meta">
          {fill(texts.undoneBy, { by: personWord(undone.by), day: writtenDay(undone.on) })}
          <Chinese>{undone.reason}</Chinese>
        </div>
      )}
      {undone === null && <Undo id={joining.id} />}
    </>
  );
}

function sentenceOf({ kind, signals, texts: count, accounts }: JoiningRow): string {
  if (kind === 'link') return fill(texts.oneMatter, { count: signals.length });
  return fill(texts.oneCampaign, { count: signals.length, texts: count ?? 0, accounts: accounts ?? 0 });
}

function Undo({ id }: { readonly id: string }): ReactNode {
  const may = useMay();
  const [asked, setAsked] = useState(false);
  const { act, waiting, error } = useJoining(() => setAsked(false));
  if (!may('POST /api/v1/joinings/:id/undoing')) return null;
  if (!asked) {
    return (
      <Button className="lq-no-print" size="small" type="link" onClick={() => setAsked(true)}>
        {texts.undo}
      </Button>
    );
  }
  return (
    <div className="lq-no-print">
      <OneField
        name={texts.undoReason}
        missing={texts.reasonMissing}
        most={LONGEST_REASON}
        rows={1}
        button={texts.undo}
        waiting={waiting}
        onSend={(reason) => act({ kind: 'undoing', id, reason })}
      />
      {error !== null && <ProblemNotice error={error} />}
    </div>
  );
}
