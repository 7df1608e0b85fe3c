import type { ReactNode } from 'react';
import type { MarkFill } from '../../parts/mark-fill';
import { MarkIcon } from '../../parts/verification';
import { textsOf } from '../../texts/texts';

const texts = textsOf('portrait');
const words = textsOf('words');

const FILLS: readonly MarkFill[] = ['hollow', 'half', 'solid', 'struck', 'uncounted'];

/** What the fill and the size of a mark mean. */
export function MarkLegend(): ReactNode {
  return (
    <div className="lq-legend lq-meta">
      {FILLS.map((fill) => (
        <span key={fill} className="lq-verification">
          <MarkIcon fill={fill} />
          {words.marks[fill]}
        </span>
      ))}
      <span>{texts.sizeMeaning}</span>
      <span>{texts.lineMeaning}</span>
    </div>
  );
}
