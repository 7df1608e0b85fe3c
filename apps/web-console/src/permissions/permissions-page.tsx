import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { usePermissions } from '../api/queries';
import type { Permission } from '../contracts';
import { useTitle } from '../frame/use-title';
import { Waiting } from '../parts/waiting';
import { enumerated, principalWord } from '../parts/words';
import { ProblemNotice } from '../parts/problem-notice';
import { textsOf } from '../texts/texts';

const texts = textsOf('permissions');

function permittedWord(permitted: Permission['permitted']): string {
  if (permitted === 'anybody') return texts.anybody;
  return permitted === 'agency' ? texts.agency : enumerated(permitted.map(principalWord));
}

const COLUMNS: TableColumnsType<Permission> = [
  { title: texts.method, width: 84, dataIndex: 'method' },
  { title: texts.path, width: 400, render: (_, { path }) => <code>{path}</code> },
  { title: texts.sensitive, width: 120, render: (_, { sensitive }) => sensitive && texts.asksPurpose },
  { title: texts.permitted, render: (_, { permitted }) => permittedWord(permitted) },
];

/** 权限: the very table by which requests are let in. */
export function PermissionsPage(): ReactNode {
  const { data, error, refetch } = usePermissions();
  useTitle(texts.documentTitle);
  return (
    <>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        <span className="lq-meta">{texts.others}</span>
      </div>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting rows={12} />}
      {data !== undefined && (
        <Table<Permission>
          size="small"
          pagination={false}
          aria-label={texts.title}
          columns={COLUMNS}
          dataSource={data.items}
          rowKey={({ method, path }) => `${method} ${path}`}
        />
      )}
    </>
  );
}
