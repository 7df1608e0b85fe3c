import { CheckCircleOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { textsOf } from '../texts/texts';

const texts = textsOf('operations');

/** Well or not, by icon and word; colour only repeats it. */
export function StateTag({ well }: { readonly well: boolean }): ReactNode {
  return (
    <span className={`lq-name ${well ? 'lq-well' : 'lq-unwell'}`}>
      {well ? <CheckCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />} {well ? texts.well : texts.look}
    </span>
  );
}
