import { useMemo, type ReactNode } from 'react';
import { useCatalogue } from '../../api/queries';
import type { SignalKind } from '../../contracts';
import { textsOf } from '../../texts/texts';
import { stepsOf, valueAt } from '../document';
import { ChecksField, type Choice, ChoiceField, CountField } from './fields';
import { Members } from './members';
import { useSchemeForm, useText } from './scheme-form';

const texts = textsOf('schemes');

const NO_SIGNALS: readonly SignalKind[] = [];
const SEVERITY = 'severity';

export type Closed = NonNullable<SignalKind['fields'][number]['closed']>;

/** A field whose values are known, by which a scheme may tell signals of one type apart. */
interface KnownField extends Choice {
  readonly closed: Closed;
}

export const useSignals = (): readonly SignalKind[] => useCatalogue().data?.signals ?? NO_SIGNALS;

/** The fields of a type that can be a condition, its severity class first. */
export function knownFields(signal: SignalKind | undefined): readonly KnownField[] {
  if (signal === undefined) return [];
  const { severities, fields } = signal;
  const classes = { value: SEVERITY, label: texts.severity, closed: { kind: 'whole', least: Math.min(...severities), most: Math.max(...severities) } } as const;
  return [
    ...(severities.length === 0 ? [] : [classes]),
    ...fields.flatMap(({ name, label, closed }) => (closed === undefined ? [] : [{ value: name, label, closed }])),
  ];
}

/** A type of signal that may carry points, and what must be said in it. */
export function SignalSource({ pointer }: { readonly pointer: string }): ReactNode {
  const signals = useSignals();
  const code = useText(`${pointer}/code`);
  const choices = useMemo(
    () => signals.filter(({ mayCarryPoints }) => mayCarryPoints).map(({ code: value, label }) => ({ value, label })),
    [signals],
  );
  const known = knownFields(signals.find((signal) => signal.code === code));
  return (
    <>
      <ChoiceField pointer={`${pointer}/code`} name={texts.signal} choices={choices} width={260} />
      <div className="lq-scheme-wide" data-pointer={`${pointer}/when`}>
        <Members pointer={`${pointer}/when`} one={texts.condition} blank={() => ({ field: '' })}>
          {(place) => <FieldCondition pointer={place} known={known} />}
        </Members>
      </div>
    </>
  );
}

const BLANK: Readonly<Record<Closed['kind'], object>> = { 'one-of': { is: [] }, 'yes-no': { is: [] }, whole: {}, day: { daysLate: {} } };
const YES_NO = [
  { value: true, label: texts.yes },
  { value: false, label: texts.no },
];

function FieldCondition({ pointer, known }: { readonly pointer: string; readonly known: readonly KnownField[] }): ReactNode {
  const { document, put } = useSchemeForm();
  const name = useText(`${pointer}/field`);
  const closed = known.find(({ value }) => value === name)?.closed;
  const turnTo = (field: string): void => put(pointer, { field, ...BLANK[known.find(({ value }) => value === field)?.closed.kind ?? 'whole'] });
  const late = valueAt(document, stepsOf(`${pointer}/daysLate`)) !== undefined;
  return (
    <>
      <ChoiceField pointer={`${pointer}/field`} name={texts.field} choices={known} onChoose={turnTo} />
      {closed?.kind === 'one-of' && (
        <ChecksField pointer={`${pointer}/is`} name={texts.is} choices={closed.values.map((value) => ({ value, label: value }))} />
      )}
      {closed?.kind === 'yes-no' && <ChecksField pointer={`${pointer}/is`} name={texts.is} choices={YES_NO} />}
      {closed?.kind === 'whole' && <Range pointer={pointer} least={texts.least} most={texts.most} unit="" />}
      {(closed?.kind === 'day' || late) && (
        <Range pointer={`${pointer}/daysLate`} least={texts.lateLeast} most={texts.lateMost} unit={texts.daysUnit} />
      )}
    </>
  );
}

interface RangeProps {
  readonly pointer: string;
  readonly least: string;
  readonly most: string;
  readonly unit: string;
  readonly scale?: 1 | 1_000;
}

/** From and to, one of which may be left open. */
export function Range({ pointer, least, most, unit, scale = 1 }: RangeProps): ReactNode {
  return (
    <span className="lq-scheme-label" data-pointer={pointer}>
      <CountField pointer={`${pointer}/least`} name={least} unit={unit} scale={scale} />
      <CountField pointer={`${pointer}/most`} name={most} unit={unit} scale={scale} />
    </span>
  );
}
