import { Table, type TableColumnsType } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useLabels } from '../../catalogue/labels';
import type { ExplanationAnswer } from '../../contracts';
import { points } from '../../parts/points';
import { Verification } from '../../parts/verification';
import { textsOf } from '../../texts/texts';
import { partsTree, type PartRow } from './parts-tree';
import { SumRows } from './sum-rows';

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
  return (
    <Table<PartRow>
      size="small"
      pagination={false}
      aria-label={texts.waterfall}
      columns={COLUMNS}
      dataSource={rows}
      expandable={{ defaultExpandAllRows: true }}
      summary={() => <SumRows explanation={explanation} before={3} />}
    />
  );
}
