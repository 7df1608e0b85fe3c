import type { ReactNode } from 'react';
import { useOnPaper } from '../look/display';
import { textsOf } from '../texts/texts';

const texts = textsOf('lists');

interface ListOrderProps {
  readonly order: string;
  readonly keys: string;
}

/** By what the list is sorted, here or on paper, and how it is walked through. */
export function ListOrder({ order, keys }: ListOrderProps): ReactNode {
  const onPaper = useOnPaper();
  return (
    <>
      <span className="lq-meta">{onPaper ? texts.onPaper : order}</span>
      <span className="lq-spring" />
      <span className="lq-meta lq-keys lq-no-print">{keys}</span>
    </>
  );
}
