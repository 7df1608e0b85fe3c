import type { ReactNode } from 'react';
import type { PolicyFormProps } from '../policy-forms';
import { NumberField, type Scale } from './number-field';

export interface NumberColumn<Row extends string> {
  readonly title: string;
  readonly pointer: (row: Row) => string;
  readonly scale?: Scale;
  readonly unit?: string;
}

interface NumberTableProps<Row extends string> extends Pick<PolicyFormProps, 'document' | 'put' | 'writable'> {
  readonly title: string;
  /** What the rows are. */
  readonly head: string;
  readonly rows: readonly Row[];
  readonly word: (row: Row) => ReactNode;
  /** The same as plain text. */
  readonly name: (row: Row) => string;
  readonly columns: readonly NumberColumn<Row>[];
  /** What a row comes to, told after its numbers. */
  readonly last?: { readonly title: string; readonly of: (row: Row) => ReactNode };
}

/** A small table of numbers of the document. */
export function NumberTable<Row extends string>({ title, head, rows, word, name, columns, last, ...form }: NumberTableProps<Row>): ReactNode {
  return (
    <table className="lq-policy-table">
      <caption className="lq-policy-caption">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {columns.map((column) => (
            <th key={column.title} scope="col">
              {column.title}
            </th>
          ))}
          {last && <th scope="col">{last.title}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            <th scope="row">{word(row)}</th>
            {columns.map((column) => (
              <td key={column.title}>
                <NumberField
                  {...form}
                  pointer={column.pointer(row)}
                  name={`${name(row)} ${column.title}`}
                  {...(column.scale === undefined ? {} : { scale: column.scale })}
                  {...(column.unit === undefined ? {} : { unit: column.unit })}
                />
              </td>
            ))}
            {last && <td className="lq-number lq-meta">{last.of(row)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
