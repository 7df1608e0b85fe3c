import type { ReactNode } from 'react';
import { sentenceInWords } from '../api/in-words';
import { Chinese } from '../texts/chinese';

/** What goes with every score, as the server says it; on an English page its words stand above it. */
export function Sentence({ said }: { readonly said: string }): ReactNode {
  const inWords = sentenceInWords(said);
  return (
    <div className="lq-sentence">
      {inWords !== undefined && <p>{inWords}</p>}
      <p className={inWords === undefined ? undefined : 'lq-meta'}>
        <Chinese>{said}</Chinese>
      </p>
    </div>
  );
}
