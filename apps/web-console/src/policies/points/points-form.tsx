import type { ReactNode } from 'react';
import { textsOf } from '../../texts/texts';
import type { PolicyFormProps } from '../policy-forms';
import { ConsequenceFields, MarkFields, ProcedureFields, WindowFields } from './basic-parts';
import { ChecksField, CountField, LabelFields, RadioField, TextField } from './fields';
import { ItemFields, NotCountedFields, useNotCountedLine } from './item-fields';
import { Members } from './members';
import { Part } from './part';
import './points-form.css';
import { SchemeForm } from './scheme-form';
import { freshKey, itemLine, nameOfMember, optionsOf } from './scheme-words';
import { ThresholdFields } from './threshold-fields';

const texts = textsOf('schemes');

const NO_LABEL = { zh: '' };
const named = (word: string, list: readonly unknown[]) => ({ key: freshKey(word, list), label: NO_LABEL });

/** A points scheme as people fill it in, in the order in which a published one is read. */
export function PointsForm(form: PolicyFormProps): ReactNode {
  return (
    <SchemeForm value={form}>
      <Basics />
      <Part title={texts.windows} what={texts.windowsWhat} pointer="/windows">
        <Members pointer="/windows" one={texts.window} blank={(list) => ({ ...named('window', list), kind: 'calendar', period: 'year' })}>
          {(pointer) => <WindowFields pointer={pointer} />}
        </Members>
      </Part>
      <Part title={texts.marks} what={texts.marksWhat} pointer="/marks">
        <Members pointer="/marks" one={texts.mark} blank={(list) => ({ ...named('mark', list), colour: 'yellow' })}>
          {(pointer) => <MarkFields pointer={pointer} />}
        </Members>
      </Part>
      <Part title={texts.procedure} what={texts.procedureWhat} pointer="/procedure">
        <ProcedureFields />
      </Part>
      <Part title={texts.consequences} what={texts.consequencesWhat} pointer="/consequences">
        <Members
          pointer="/consequences"
          one={texts.consequence}
          blank={(list) => ({ ...named('consequence', list), whom: 'subject', overlap: 'longest' })}
        >
          {(pointer) => <ConsequenceFields pointer={pointer} />}
        </Members>
      </Part>
      <Part title={texts.items} what={texts.itemsWhat} pointer="/items">
        <Members pointer="/items" one={texts.item} line={itemLine} blank={(list) => ({ ...named('item', list), of: { code: '' } })}>
          {(pointer) => <ItemFields pointer={pointer} />}
        </Members>
      </Part>
      <Part title={texts.notCounted} what={texts.notCountedWhat} pointer="/notCounted">
        <NotCounted />
      </Part>
      <Part title={texts.thresholds} what={texts.thresholdsWhat} pointer="/thresholds">
        <Members
          pointer="/thresholds"
          one={texts.threshold}
          line={nameOfMember}
          blank={(list) => ({ ...named('threshold', list), colour: 'yellow', anyOf: [], effects: [] })}
        >
          {(pointer) => <ThresholdFields pointer={pointer} />}
        </Members>
      </Part>
    </SchemeForm>
  );
}

function Basics(): ReactNode {
  return (
    <Part title={texts.basics} what={texts.basicsWhat} pointer="">
      <div className="lq-scheme-fields">
        <TextField pointer="/name" name={texts.name} longest={40} />
        <TextField pointer="/source" name={texts.source} width={260} />
        <LabelFields pointer="/title" name={texts.schemeTitle} english={texts.schemeTitleEnglish} />
        <ChecksField pointer="/objects" name={texts.objects} choices={optionsOf(texts.objectWords)} />
        <RadioField pointer="/start/direction" name={texts.direction} choices={optionsOf(texts.directions)} />
        <CountField pointer="/start/value" name={texts.startValue} scale={1_000} unit={texts.points} />
      </div>
      <Members pointer="/notes" one={texts.note} blank={() => NO_LABEL}>
        {(pointer) => (
          <>
            <TextField pointer={`${pointer}/zh`} name={texts.noteText} width={300} longest={1_000} />
            <TextField pointer={`${pointer}/en`} name={texts.noteEnglish} width={300} longest={1_000} optional />
          </>
        )}
      </Members>
    </Part>
  );
}

function NotCounted(): ReactNode {
  const line = useNotCountedLine();
  return (
    <Members pointer="/notCounted" one={texts.notCountedOne} line={line} blank={() => ({ code: '', because: NO_LABEL })}>
      {(pointer) => <NotCountedFields pointer={pointer} />}
    </Members>
  );
}
