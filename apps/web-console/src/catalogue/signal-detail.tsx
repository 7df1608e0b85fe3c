import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import type { SignalKind } from '../contracts';
import { aboutSentence, aboutWord } from './about-words';
import { Chinese } from '../texts/chinese';
import { textsOf } from '../texts/texts';
import { effectSentence } from './effect-words';

const texts = textsOf('catalogue');

type Field = SignalKind['fields'][number];

const COLUMNS: TableColumnsType<Field> = [
  { title: texts.fieldLabel, width: 180, dataIndex: 'label' },
  { title: texts.fieldName, width: 180, render: (_, { name }) => <code>{name}</code> },
  { title: texts.required, width: 70, render: (_, { required }) => (required ? texts.must : texts.may) },
  { title: texts.example, render: (_, { example }) => <Chinese>{example}</Chinese> },
];

/** What an open row tells: what it does, on what ground, and what its sender fills in. */
export function SignalDetail({ signal }: { readonly signal: SignalKind }): ReactNode {
  return (
    <div className="lq-signal-detail">
      <dl>
        <dt>{texts.whatItDoes}</dt>
        <dd>{effectSentence(signal)}</dd>
        <dt>{texts.aboutWhom}</dt>
        <dd>
          {aboutWord(signal)} <span className="lq-meta">{aboutSentence(signal)}</span>
        </dd>
        <dt>{texts.basis}</dt>
        <dd>
          <Chinese>{signal.basis}</Chinese>
        </dd>
        <dt>{texts.type}</dt>
        <dd>
          <code>{signal.type}</code>
        </dd>
      </dl>
      {signal.fields.length === 0 ? (
        <p className="lq-meta">{texts.noFields}</p>
      ) : (
        <Table<Field>
          size="small"
          pagination={false}
          aria-label={texts.fields}
          columns={COLUMNS}
          dataSource={signal.fields}
          rowKey="name"
        />
      )}
    </div>
  );
}
