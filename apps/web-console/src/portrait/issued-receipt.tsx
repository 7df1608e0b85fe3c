import type { ReactNode } from 'react';
import type { ScoreReceipt } from '../contracts';
import { writtenDay } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';

const texts = textsOf('portrait');

/** The digest stays on the page and on paper, so that the file can be compared with it later. */
export function IssuedReceipt({ receipt: { head, digest } }: { readonly receipt: ScoreReceipt }): ReactNode {
  return (
    <div className="lq-receipt" role="status">
      {fill(texts.receiptIssued, { day: writtenDay(head.asOf), lines: String(head.lines) })}
      <div>
        {texts.receiptDigest} <code className="lq-own-number">{digest}</code>
      </div>
    </div>
  );
}
