import type { ReactNode } from 'react';
import { useWhoReads } from '../people/who-reads';
import { textsOf } from '../texts/texts';
import { writtenInstant } from './civil-day';
import { fill } from './fill';

const texts = textsOf('words');

interface PrintFrameProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** On paper: a head on every page and a watermark of who printed when. On screen it is not there. */
export function PrintFrame({ title, children }: PrintFrameProps): ReactNode {
  const person = useWhoReads();
  const stamp = fill(texts.printedBy, { person, time: writtenInstant(new Date().toISOString()) });
  return (
    <div className="lq-paper">
      <div className="lq-paper-head" aria-hidden="true">
        <div>
          <strong>{texts.internal}</strong>
          <span>{title}</span>
          <span>{stamp}</span>
        </div>
      </div>
      <div className="lq-paper-body">{children}</div>
      <div className="lq-paper-mark" aria-hidden="true" data-mark={stamp} />
    </div>
  );
}
