import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { useLabels } from '../../catalogue/labels';
import { textsOf } from '../../texts/texts';
import { stepsOf, valueAt } from '../document';
import { KeyAndLabel } from './basic-parts';
import { EffectFields } from './effect-fields';
import { ChoiceField, CountField, LabelFields, OptionalPart, TextField } from './fields';
import { Members } from './members';
import { Place } from './place';
import { useList, useSchemeForm } from './scheme-form';
import { choicesAmong, optionsOf } from './scheme-words';
import { SignalSource } from './signal-source';

const texts = textsOf('schemes');

interface AtProps {
  readonly pointer: string;
}

const SOURCES = { signal: { code: '' }, measure: { measure: '' } } as const;

/** One line of a scheme: what was decided, what it weighs, and what follows from it by itself. */
export function ItemFields({ pointer }: AtProps): ReactNode {
  const marks = choicesAmong(useList('/marks'));
  return (
    <>
      <KeyAndLabel pointer={pointer} />
      <Source pointer={`${pointer}/of`} />
      <CountField pointer={`${pointer}/points`} name={texts.itemPoints} scale={1_000} unit={texts.points} />
      <ChoiceField pointer={`${pointer}/mark`} name={texts.itemMark} choices={marks} optional width={110} />
      <CountField pointer={`${pointer}/most`} name={texts.itemMost} scale={1_000} unit={texts.points} />
      <OptionalPart pointer={`${pointer}/escalation`} name={texts.escalation} blank={[{}]}>
        <Members pointer={`${pointer}/escalation`} one={texts.stage} blank={() => ({})}>
          {(place) => (
            <>
              <ChoiceField pointer={`${place}/mark`} name={texts.stageMark} choices={marks} width={110} />
              <CountField pointer={`${place}/points`} name={texts.stagePoints} scale={1_000} unit={texts.points} />
            </>
          )}
        </Members>
      </OptionalPart>
      <OptionalPart pointer={`${pointer}/effects`} name={texts.itemEffects} blank={[{ consequence: '', lasts: { kind: 'while' } }]}>
        <EffectFields pointer={`${pointer}/effects`} of={`${pointer}/of`} />
      </OptionalPart>
    </>
  );
}

function Source({ pointer }: AtProps): ReactNode {
  const { document, put } = useSchemeForm();
  const isMeasure = valueAt(document, stepsOf(`${pointer}/measure`)) !== undefined;
  return (
    <Place pointer={pointer} className="lq-scheme-wide lq-scheme-fields">
      <SourceKind isMeasure={isMeasure} onChoose={(kind) => put(pointer, SOURCES[kind])} />
      {isMeasure ? (
        <>
          <TextField pointer={`${pointer}/measure`} name={texts.measure} width={140} longest={40} />
          <OptionalPart pointer={`${pointer}/numbered`} name={texts.numbered} blank={{ zh: '' }}>
            <LabelFields pointer={`${pointer}/numbered`} name={texts.numberedLabel} english={texts.numberedEnglish} />
          </OptionalPart>
        </>
      ) : (
        <SignalSource pointer={pointer} />
      )}
    </Place>
  );
}

const KINDS = optionsOf(texts.sourceKinds);

function SourceKind({ isMeasure, onChoose }: { readonly isMeasure: boolean; readonly onChoose: (kind: keyof typeof SOURCES) => void }): ReactNode {
  const { writable } = useSchemeForm();
  return (
    <div className="lq-scheme-field">
      <span className="lq-meta" aria-hidden>
        {texts.sourceKind}
      </span>
      <Radio.Group
        aria-label={texts.sourceKind}
        disabled={!writable}
        value={isMeasure ? 'measure' : 'signal'}
        options={KINDS}
        onChange={({ target }) => onChoose(target.value as keyof typeof SOURCES)}
      />
    </div>
  );
}

/** What brings no points, and why: so that nothing is forgotten. */
export function NotCountedFields({ pointer }: AtProps): ReactNode {
  return (
    <>
      <SignalSource pointer={pointer} />
      <LabelFields pointer={`${pointer}/because`} name={texts.because} english={texts.becauseEnglish} />
    </>
  );
}

/** The type of a signal that brings no points, in one line. */
export function useNotCountedLine(): (member: unknown) => string {
  const labels = useLabels();
  return (member) => {
    const code = valueAt(member, ['code']);
    return typeof code === 'string' ? labels.signal(code) : '';
  };
}
