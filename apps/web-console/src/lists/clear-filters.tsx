import { Button } from 'antd';
import type { ReactNode } from 'react';
import { textsOf } from '../texts/texts';

const texts = textsOf('lists');

/** The way back to the whole of a list. */
export function ClearFilters({ onClear }: { readonly onClear: () => void }): ReactNode {
  return (
    <Button size="small" type="link" onClick={onClear}>
      {texts.clear}
    </Button>
  );
}
