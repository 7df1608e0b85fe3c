import type { ReactNode } from 'react';
import { textsOf } from '../../texts/texts';
import { stepsOf, valueAt } from '../document';
import { ChecksField, ChoiceField, CountField, LabelFields, RadioField, TextField } from './fields';
import { useSchemeForm, useText } from './scheme-form';
import { optionsOf } from './scheme-words';

const texts = textsOf('schemes');

interface AtProps {
  readonly pointer: string;
}

/** What a key is and what people read instead of it. */
export function KeyAndLabel({ pointer }: AtProps): ReactNode {
  return (
    <>
      <LabelFields pointer={`${pointer}/label`} name={texts.label} english={texts.labelEnglish} />
      <TextField pointer={`${pointer}/key`} name={texts.key} width={120} longest={40} />
    </>
  );
}

/** The parts that belong to another kind of window go with it. */
const OF_KIND: Readonly<Record<string, object>> = { rolling: {}, calendar: { period: 'year' }, cycle: { from: '' } };

export function WindowFields({ pointer }: AtProps): ReactNode {
  const { document, put } = useSchemeForm();
  const kind = useText(`${pointer}/kind`);
  const turnTo = (chosen: string): void => {
    const { key, label, most } = valueAt(document, stepsOf(pointer)) as Readonly<Record<string, unknown>>;
    put(pointer, { key, label, kind: chosen, ...OF_KIND[chosen], ...(most === undefined ? {} : { most }) });
  };
  return (
    <>
      <KeyAndLabel pointer={pointer} />
      <RadioField pointer={`${pointer}/kind`} name={texts.windowKind} choices={optionsOf(texts.windowKinds)} onChoose={turnTo} />
      {kind === 'calendar' && <ChoiceField pointer={`${pointer}/period`} name={texts.period} choices={optionsOf(texts.periods)} width={90} />}
      {kind === 'cycle' && <TextField pointer={`${pointer}/from`} name={texts.from} width={140} date />}
      {(kind === 'cycle' || kind === 'rolling') && <CountField pointer={`${pointer}/months`} name={texts.months} unit={texts.monthsUnit} />}
      <CountField pointer={`${pointer}/most`} name={texts.windowMost} scale={1_000} unit={texts.points} />
    </>
  );
}

export function MarkFields({ pointer }: AtProps): ReactNode {
  return (
    <>
      <KeyAndLabel pointer={pointer} />
      <ChoiceField pointer={`${pointer}/colour`} name={texts.colour} choices={optionsOf(texts.colours)} width={90} />
    </>
  );
}

export function ProcedureFields(): ReactNode {
  return (
    <div className="lq-scheme-fields">
      <ChecksField pointer="/procedure/steps" name={texts.steps} choices={optionsOf(texts.stepWords)} />
      <CountField pointer="/procedure/statementDays" name={texts.statementDays} unit={texts.daysUnit} />
      <ChecksField pointer="/procedure/confirmedBy" name={texts.confirmedBy} choices={optionsOf(texts.confirmers)} />
      <RadioField pointer="/procedure/countsFrom" name={texts.countsFrom} choices={optionsOf(texts.countsFroms)} />
    </div>
  );
}

export function ConsequenceFields({ pointer }: AtProps): ReactNode {
  const { document, put } = useSchemeForm();
  const overlap = useText(`${pointer}/overlap`);
  const turnTo = (chosen: string): void => {
    const { mostMonths: _, ...others } = valueAt(document, stepsOf(pointer)) as Readonly<Record<string, unknown>>;
    put(pointer, { ...others, overlap: chosen });
  };
  return (
    <>
      <KeyAndLabel pointer={pointer} />
      <RadioField pointer={`${pointer}/whom`} name={texts.whom} choices={optionsOf(texts.whoms)} />
      <RadioField pointer={`${pointer}/overlap`} name={texts.overlap} choices={optionsOf(texts.overlaps)} onChoose={turnTo} />
      {overlap === 'add' && <CountField pointer={`${pointer}/mostMonths`} name={texts.mostMonths} unit={texts.monthsUnit} />}
    </>
  );
}
