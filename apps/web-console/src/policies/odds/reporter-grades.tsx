import { Select } from 'antd';
import type { ReactNode } from 'react';
import { textsOf } from '../../texts/texts';
import { pointerOf, stepsOf, valueAt } from '../document';
import type { PolicyFormProps } from '../policy-forms';

const texts = textsOf('policies');

const OPTIONS = ['A', 'B', 'C', 'D', 'E', 'F'].map((grade) => ({ value: grade, label: grade }));
const KINDS = Object.entries(texts.reporters);

/** Which grade each kind of reporter has, and the best one of an anonymous report before it is checked. */
export function ReporterGrades({ document, put, writable }: PolicyFormProps): ReactNode {
  const rows = [
    ...KINDS.map(([kind, word]) => ({ pointer: pointerOf(['gradesByReporter', kind]), word })),
    { pointer: '/anonymousAtMost', word: texts.anonymousAtMost },
  ];
  return (
    <table className="lq-policy-table">
      <caption className="lq-policy-caption">{texts.gradesByReporter}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.reporter}</th>
          <th scope="col">{texts.grade}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ pointer, word }) => (
          <tr key={pointer}>
            <th scope="row">{word}</th>
            <td data-pointer={pointer}>
              <Select
                size="small"
                aria-label={word}
                disabled={!writable}
                value={gradeAt(document, pointer)}
                options={OPTIONS}
                onChange={(grade) => put(pointer, grade)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function gradeAt(document: PolicyFormProps['document'], pointer: string): string | null {
  const grade = valueAt(document, stepsOf(pointer));
  return typeof grade === 'string' ? grade : null;
}
