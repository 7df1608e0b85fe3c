import { Alert } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTriageItem } from '../api/inbox-queries';
import { ApiProblem } from '../api/api-problem';
import { useLabels } from '../catalogue/labels';
import type { TriageFile } from '../contracts';
import { EmptyNotice } from '../parts/empty-notice';
import { Facts } from '../parts/facts';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { Waiting } from '../parts/waiting';
import { personWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { ConfirmChoice, type Choice } from './confirm-choice';
import { People } from './people';
import { RefusalForm } from './refusal-form';
import { UnitChoice } from './unit-choice';
import { type Said, useSettling } from './use-settling';

const texts = textsOf('matching');
const NOT_FOUND = 404;

interface OneItemProps {
  readonly eventId: string;
  readonly onSaid: (said: Said) => void;
}

export function OneItem({ eventId, onSaid }: OneItemProps): ReactNode {
  const { data, error, refetch } = useTriageItem(eventId);
  if (error !== null && ApiProblem.from(error).status === NOT_FOUND) {
    return <EmptyNotice title={texts.notThere} filledBy={texts.notThereFilledBy} />;
  }
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={10} />;
  return <Compared item={data} onSaid={onSaid} />;
}

/** What the signal says beside who is in the register; one answer, asked for once more before it is given. */
function Compared({ item, onSaid }: { readonly item: TriageFile; readonly onSaid: (said: Said) => void }): ReactNode {
  const [choice, setChoice] = useState<Choice>();
  const { settle, waiting } = useSettling(item.eventId, onSaid);
  return (
    <div className="lq-candidate">
      {item.fitsNow && <Alert type="success" showIcon title={texts.fitsNowWhat} />}
      {item.proposal !== null && (
        <Alert
          type="info"
          showIcon
          title={fill(texts.proposal, { person: personWord(item.proposal.by), name: item.proposal.name })}
        />
      )}
      <div className="lq-compare">
        <Says item={item} />
        <section>
          <h2>{texts.registry}</h2>
          {item.about === 'unit' ? <UnitChoice onChoose={setChoice} /> : <People item={item} onChoose={setChoice} />}
        </section>
      </div>
      <RefusalForm waiting={waiting} onRefuse={(body) => settle({ path: 'refusal', body, name: '' })} />
      <ConfirmChoice
        choice={choice}
        waiting={item.waiting}
        onCancel={() => setChoice(undefined)}
        onConfirm={({ body, name }) => {
          setChoice(undefined);
          settle({ path: 'assignment', body, name });
        }}
      />
    </div>
  );
}

function Says({ item }: { readonly item: TriageFile }): ReactNode {
  const labels = useLabels();
  const unit = item.unitName ?? (item.unitCode === null ? texts.none : fill(texts.unitCode, { code: item.unitCode }));
  return (
    <section>
      <h2>{texts.says}</h2>
      <Facts
        of={[
          [texts.name, item.named ?? texts.noName],
          [texts.unit, unit],
          [texts.post, item.post ?? texts.none],
          [texts.idNumber, item.idNumberGiven ? texts.idNumberGiven : texts.idNumberNotGiven],
          [texts.type, `${item.label} · ${labels.channel(item.channel)}`],
          [texts.agency, item.agencyName ?? item.agency ?? texts.none],
          [texts.number, item.number ?? texts.none],
          [texts.receivedOn, item.receivedOn],
          [texts.occurredOn, item.occurredOn ?? texts.none],
          ...item.fields.map(
            ({ label, value }) => [label, value ?? <span className="lq-meta">{texts.notShown}</span>] satisfies [string, ReactNode],
          ),
        ]}
      />
    </section>
  );
}
