import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { SlotAnswer } from '../contracts';
import { fill } from '../parts/fill';
import { policyWord, shortHash } from '../parts/words';
import { textsOf } from '../texts/texts';

const texts = textsOf('rebuild');

/** A policy by its name and the beginning of its hash; the whole one on demand. */
export function PolicyName({ policy: { name, hash } }: { readonly policy: NonNullable<SlotAnswer['policy']> }): ReactNode {
  return (
    <>
      {policyWord(name)}{' '}
      <Tooltip title={fill(texts.wholeHash, { hash })}>
        <code tabIndex={0}>{shortHash(hash)}</code>
      </Tooltip>
    </>
  );
}
