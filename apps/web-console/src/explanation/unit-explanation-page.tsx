import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { unitSubject, useExplanation, useUnitFile } from '../api/queries';
import type { CandidateRow } from '../contracts';
import { useTitle } from '../frame/use-title';
import { fill } from '../parts/fill';
import { PortraitWait } from '../portrait/portrait-wait';
import { PurposeGate } from '../purpose/purpose-gate';
import type { Why } from '../purpose/why-memory';
import { textsOf } from '../texts/texts';
import { ExplanationBody } from './explanation-body';
import { useQuestion } from './use-question';

const texts = textsOf('explanation');

const NO_TASKS: readonly CandidateRow[] = [];

/** 评分解释 of one unit as its team. */
export function UnitExplanationPage(): ReactNode {
  const { code = '' } = useParams();
  const navigate = useNavigate();
  useTitle(texts.title);
  return (
    <PurposeGate key={code} subject={`unit:${code}`} tasks={NO_TASKS} onLeave={() => void navigate(-1)}>
      {(why) => <OfUnit code={code} why={why} />}
    </PurposeGate>
  );
}

function OfUnit({ code, why }: { readonly code: string; readonly why: Why }): ReactNode {
  const question = useQuestion();
  const file = useUnitFile(code, why);
  const explanation = useExplanation(unitSubject(code), question.asked, why);
  useTitle(file.data === undefined ? texts.title : fill(texts.documentTitle, { name: file.data.name }));
  if (file.data === undefined || explanation.data === undefined || explanation.error !== null) {
    return <PortraitWait title={texts.title} asked={[file, explanation]} />;
  }
  const { name, parentName, today } = file.data;
  return (
    <ExplanationBody
      name={name}
      place={parentName ?? code}
      of="unit"
      explanation={explanation.data}
      latest={today}
      question={question}
    />
  );
}
