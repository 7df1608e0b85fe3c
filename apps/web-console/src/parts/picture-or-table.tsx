import { Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { textsOf } from '../texts/texts';
import { fill } from './fill';

const texts = textsOf('portrait');

interface PictureOrTableProps {
  readonly title: string;
  /** Beside the title, for what belongs to the picture and the table alike. */
  readonly extra?: ReactNode;
  readonly picture: ReactNode;
  readonly table: ReactNode;
}

/** Every picture can be read as a table. */
export function PictureOrTable({ title, extra, picture, table }: PictureOrTableProps): ReactNode {
  const [shown, show] = useState<'picture' | 'table'>('picture');
  return (
    <section className="lq-card" aria-label={title}>
      <div className="lq-card-head">
        <h2>{title}</h2>
        {extra}
        <span className="lq-spring" />
        <Segmented
          className="lq-no-print"
          size="small"
          aria-label={fill(texts.pictureOrTable, { title })}
          value={shown}
          onChange={show}
          options={[
            { label: texts.picture, value: 'picture' },
            { label: texts.table, value: 'table' },
          ]}
        />
      </div>
      {shown === 'picture' ? picture : table}
    </section>
  );
}
