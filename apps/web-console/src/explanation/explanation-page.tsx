import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { cadreSubject, useCadreFile, useExplanation } from '../api/queries';
import { useTitle } from '../frame/use-title';
import { fill } from '../parts/fill';
import { PortraitWait } from '../portrait/portrait-wait';
import { PersonGate } from '../purpose/person-gate';
import type { Why } from '../purpose/why-memory';
import { textsOf } from '../texts/texts';
import { ExplanationBody } from './explanation-body';
import { useQuestion } from './use-question';

const texts = textsOf('explanation');

/** 评分解释 of one cadre; for who has said what for. */
export function ExplanationPage(): ReactNode {
  const { id = '' } = useParams();
  useTitle(texts.title);
  return <PersonGate subject={id}>{(why) => <OfCadre id={id} why={why} />}</PersonGate>;
}

function OfCadre({ id, why }: { readonly id: string; readonly why: Why }): ReactNode {
  const question = useQuestion();
  const file = useCadreFile(id, why);
  const explanation = useExplanation(cadreSubject(id), question.asked, why);
  useTitle(file.data === undefined ? texts.title : fill(texts.documentTitle, { name: file.data.name }));
  if (file.data === undefined || explanation.data === undefined || explanation.error !== null) {
    return <PortraitWait title={texts.title} asked={[file, explanation]} />;
  }
  const { name, posts, today } = file.data;
  const now = posts.find(({ left }) => left === null);
  const place = now === undefined ? texts.noPost : `${now.unitName} ${now.title}`;
  return <ExplanationBody name={name} place={place} of="cadre" explanation={explanation.data} latest={today} question={question} />;
}
