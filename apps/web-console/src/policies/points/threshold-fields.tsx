import type { ReactNode } from 'react';
import { textsOf } from '../../texts/texts';
import { stepsOf } from '../document';
import { KeyAndLabel } from './basic-parts';
import { EffectFields } from './effect-fields';
import { ChoiceField, CountField } from './fields';
import { Members } from './members';
import { Place } from './place';
import { useList, useSchemeForm, useText } from './scheme-form';
import { choicesAmong, optionsOf } from './scheme-words';
import { Range } from './signal-source';

const texts = textsOf('schemes');

interface AtProps {
  readonly pointer: string;
}

/** A level of a scheme: by what it is reached, and what follows. */
export function ThresholdFields({ pointer }: AtProps): ReactNode {
  const windows = useList('/windows');
  const first = choicesAmong(windows)[0]?.value ?? '';
  return (
    <>
      <KeyAndLabel pointer={pointer} />
      <ChoiceField pointer={`${pointer}/colour`} name={texts.colour} choices={optionsOf(texts.colours)} width={90} />
      <Place pointer={`${pointer}/anyOf`} className="lq-scheme-wide">
        <p className="lq-meta">{texts.anyOf}</p>
        <Members pointer={`${pointer}/anyOf`} one={texts.reachedBy} blank={() => ({ kind: 'sum', window: first })}>
          {(place) => <ConditionFields pointer={place} />}
        </Members>
      </Place>
      <Place pointer={`${pointer}/effects`} className="lq-scheme-wide">
        <p className="lq-meta">{texts.thresholdEffects}</p>
        <EffectFields pointer={`${pointer}/effects`} />
      </Place>
    </>
  );
}

const BLANK: Readonly<Record<string, object>> = {
  sum: {},
  count: { mark: '', least: 1 },
  consecutive: { mark: '', least: 2, by: 'month' },
  reached: { threshold: '', least: 2 },
};

function ConditionFields({ pointer }: AtProps): ReactNode {
  const { put } = useSchemeForm();
  const kind = useText(`${pointer}/kind`);
  const window = useText(`${pointer}/window`);
  const windows = choicesAmong(useList('/windows'));
  const marks = choicesAmong(useList('/marks'));
  const own = Number(stepsOf(pointer)[1]);
  const earlier = choicesAmong(useList('/thresholds').slice(0, own));
  return (
    <>
      <ChoiceField
        pointer={`${pointer}/kind`}
        name={texts.conditionKind}
        choices={optionsOf(texts.conditionKinds)}
        onChoose={(chosen) => put(pointer, { kind: chosen, window, ...BLANK[chosen] })}
      />
      <ChoiceField pointer={`${pointer}/window`} name={texts.within} choices={windows} width={130} />
      {kind === 'sum' && <Range pointer={pointer} least={texts.sumLeast} most={texts.sumMost} unit={texts.points} scale={1_000} />}
      {(kind === 'count' || kind === 'consecutive') && <ChoiceField pointer={`${pointer}/mark`} name={texts.itemMark} choices={marks} width={110} />}
      {kind === 'reached' && <ChoiceField pointer={`${pointer}/threshold`} name={texts.threshold} choices={earlier} width={130} />}
      {kind !== 'sum' && kind !== '' && <CountField pointer={`${pointer}/least`} name={texts.times} unit={texts.timesUnit} />}
      {kind === 'consecutive' && <ChoiceField pointer={`${pointer}/by`} name={texts.by} choices={optionsOf(texts.bys)} width={110} />}
    </>
  );
}
