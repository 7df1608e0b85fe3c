import { Table } from 'antd';
import type { ReactNode } from 'react';
import type { ExplanationAnswer } from '../../contracts';
import { fill } from '../../parts/fill';
import { addedPoints, points } from '../../parts/points';
import { textsOf } from '../../texts/texts';

const texts = textsOf('portrait');

interface SumRowsProps {
  readonly explanation: ExplanationAnswer;
  /** Columns before and after that of the points. */
  readonly before: number;
  readonly after?: number;
}

/** Below a tree of parts: their sum E, what the exposure of the post adds, and P. */
export function SumRows({ explanation: { e, p, exposure }, before, after = 0 }: SumRowsProps): ReactNode {
  const sums: readonly (readonly [string, string])[] = [
    [texts.total, points(e, 3)],
    [fill(texts.exposure, { percent: exposure.percent }), addedPoints(exposure.part)],
    [texts.priority, points(p, 3)],
  ];
  return sums.map(([name, value]) => (
    <Table.Summary.Row key={name}>
      <Table.Summary.Cell index={0} colSpan={before}>
        {name}
      </Table.Summary.Cell>
      <Table.Summary.Cell index={before} align="right">
        <span className="lq-number">{value}</span>
      </Table.Summary.Cell>
      {after > 0 && <Table.Summary.Cell index={before + 1} colSpan={after} />}
    </Table.Summary.Row>
  ));
}
