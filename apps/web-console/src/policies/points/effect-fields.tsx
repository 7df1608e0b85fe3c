import type { ReactNode } from 'react';
import { textsOf } from '../../texts/texts';
import { ChoiceField, CountField } from './fields';
import { Members } from './members';
import { useList, useSchemeForm, useText } from './scheme-form';
import { choicesAmong, optionsOf } from './scheme-words';
import { knownFields, useSignals } from './signal-source';

const texts = textsOf('schemes');

interface EffectFieldsProps {
  readonly pointer: string;
  /** Where the signal stands whose day may say until when; a threshold has none. */
  readonly of?: string;
}

/** What follows, and for how long. */
export function EffectFields({ pointer, of }: EffectFieldsProps): ReactNode {
  const consequences = choicesAmong(useList('/consequences'));
  return (
    <Members pointer={pointer} one={texts.effect} blank={() => ({ consequence: '', lasts: { kind: 'while' } })}>
      {(place) => (
        <>
          <ChoiceField pointer={`${place}/consequence`} name={texts.consequence} choices={consequences} width={170} />
          <Lasts pointer={`${place}/lasts`} of={of} />
        </>
      )}
    </Members>
  );
}

const BLANK: Readonly<Record<string, object>> = {
  while: { kind: 'while' },
  months: { kind: 'months' },
  calendar: { kind: 'calendar', period: 'year' },
  field: { kind: 'field', field: '' },
};

function Lasts({ pointer, of }: { readonly pointer: string; readonly of: string | undefined }): ReactNode {
  const { put } = useSchemeForm();
  const kind = useText(`${pointer}/kind`);
  const code = useText(`${of ?? ''}/code`);
  const signal = useSignals().find((each) => each.code === code);
  const days = knownFields(signal).filter(({ closed }) => closed.kind === 'day');
  const kinds = optionsOf(texts.lastsKinds).filter(({ value }) => of !== undefined || value !== 'field');
  return (
    <>
      <ChoiceField pointer={`${pointer}/kind`} name={texts.lasts} choices={kinds} onChoose={(chosen) => put(pointer, BLANK[chosen])} />
      {kind === 'months' && <CountField pointer={`${pointer}/months`} name={texts.months} unit={texts.monthsUnit} />}
      {kind === 'calendar' && <ChoiceField pointer={`${pointer}/period`} name={texts.period} choices={optionsOf(texts.periods)} width={90} />}
      {kind === 'field' && <ChoiceField pointer={`${pointer}/field`} name={texts.dayField} choices={days} />}
    </>
  );
}
