import { Table, type TableColumnsType } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useLabels } from '../../catalogue/labels';
import type { ExplanationAnswer } from '../../contracts';
import { fill } from '../../parts/fill';
import { addedPoints, points } from '../../parts/points';
import { Verification } from '../../parts/verification';
import { textsOf } from '../../texts/texts';
import { partsTree, type PartRow } from './parts-tree';

const texts = textsOf('portrait');

const COLUMNS: TableColumnsType<PartRow> = [
  { title: texts.item, dataIndex: 'name' },
  { title: texts.date, dataIndex: 'day', width: 100, className: 'lq-number' },
  { title: texts.status, width: 100, render: (_, { status }) => status !== undefined && <Verification status={status} /> },
  { title: texts.part, width: 90, align: 'right', className: 'lq-number', render: (_, { part }) => points(part, 3) },
];

/** The tree of parts with its sums, E and P below. */
export function PartsTable({ explanation }: { readonly explanation: ExplanationAnswer }): ReactNode {
  const labels = useLabels();
  const rows = useMemo(() => partsTree(explanation, labels), [explanation, labels]);
  const { e, p, exposure } = explanation;
  const sums: readonly (readonly [string, string])[] = [
    [texts.total, points(e, 3)],
    [fill(texts.exposure, { percent: exposure.percent }), addedPoints(exposure.part)],
    [texts.priority, points(p, 3)],
  ];
  return (
    <Table<PartRow>
      size="small"
      pagination={false}
      aria-label={texts.waterfall}
      columns={COLUMNS}
      dataSource={rows}
      expandable={{ defaultExpandAllRows: true }}
      summary={() =>
        sums.map(([name, value]) => (
          <Table.Summary.Row key={name}>
            <Table.Summary.Cell index={0} colSpan={3}>
              {name}
            </Table.Summary.Cell>
            <Table.Summary.Cell index={1} align="right">
              <span className="lq-number">{value}</span>
            </Table.Summary.Cell>
          </Table.Summary.Row>
        ))
      }
    />
  );
}
