import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useLabels } from '../../catalogue/labels';
import { textsOf } from '../../texts/texts';
import { pointerOf, valueAt } from '../document';
import type { PolicyFormProps } from '../policy-forms';
import { NumberField } from './number-field';

const texts = textsOf('policies');

/** What was decided about a person and has an effect for a time. */
const MEASURES = [
  'superior-admonition',
  'superior-accountability',
  'org-party-sanction',
  'org-administrative-sanction',
] as const;

/** Which level is shown at least while a measure is in force, and for how long where its sender does not say. */
export function Floors(form: PolicyFormProps): ReactNode {
  const labels = useLabels();
  return (
    <section className="lq-card" aria-label={texts.floors}>
      <table className="lq-policy-table">
        <caption className="lq-policy-caption">{texts.floors}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.floorMeasure}</th>
            <th scope="col">{texts.floorLevel}</th>
            <th scope="col">{texts.floorMonths}</th>
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((code) => (
            <tr key={code} data-pointer={pointerOf(['floors', code])}>
              <th scope="row">{labels.signal(code)}</th>
              <td>
                <LeastLevel {...form} code={code} />
              </td>
              <td>
                <Months {...form} code={code} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type OfMeasure = PolicyFormProps & { readonly code: string };

function LeastLevel({ document, put, writable, code }: OfMeasure): ReactNode {
  const labels = useLabels();
  const level = valueAt(document, ['floors', code, 'level']);
  const months = valueAt(document, ['floors', code, 'months']) ?? {};
  const name = `${labels.signal(code)} ${texts.floorLevel}`;
  const options = labels.levels.map((value) => ({ value, label: value === 'none' ? texts.noFloor : labels.level(value) }));
  const choose = (chosen: string): void => put(pointerOf(['floors', code]), chosen === 'none' ? undefined : { level: chosen, months });
  return (
    <Select
      size="small"
      aria-label={name}
      disabled={!writable}
      style={{ width: 96 }}
      value={typeof level === 'string' ? level : 'none'}
      options={options}
      onChange={choose}
    />
  );
}

function Months({ code, ...form }: OfMeasure): ReactNode {
  const labels = useLabels();
  const months = valueAt(form.document, ['floors', code, 'months']);
  const kinds = typeof months === 'object' && months !== null ? Object.keys(months) : [];
  return kinds.map((kind) => (
    <label key={kind} className="lq-policy-line">
      <span>{kind}</span>
      <NumberField
        {...form}
        pointer={pointerOf(['floors', code, 'months', kind])}
        name={`${labels.signal(code)} ${kind} ${texts.floorMonths}`}
        unit={texts.months}
      />
    </label>
  ));
}
