import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { cadreSubject, useCadreFile } from '../api/queries';
import { useLabels } from '../catalogue/labels';
import { useTitle } from '../frame/use-title';
import { fill } from '../parts/fill';
import { OwnPoints } from '../points/own-points';
import { PersonGate } from '../purpose/person-gate';
import type { Why } from '../purpose/why-memory';
import { textsOf } from '../texts/texts';
import { AsOfPicker } from './as-of-picker';
import { FallsOn } from './falls-on';
import { OwnCandidates } from './own-candidates';
import { PortraitBody } from './portrait-body';
import { PortraitHeader } from './portrait-header';
import { PortraitWait } from './portrait-wait';
import { Posts } from './posts';
import { Profile } from './profile/profile';
import { useAsOf } from './use-as-of';

const texts = textsOf('portrait');

/** 干部画像: one person, one reading, and everything it is made of; for who has said what for. */
export function PortraitPage(): ReactNode {
  const { id = '' } = useParams();
  useTitle(texts.title);
  return <PersonGate subject={id}>{(why) => <Portrait id={id} why={why} />}</PersonGate>;
}

interface PortraitProps {
  readonly id: string;
  readonly why: Why;
}

function Portrait({ id, why }: PortraitProps): ReactNode {
  const labels = useLabels();
  const file = useCadreFile(id, why);
  const subject = cadreSubject(id);
  const { asOf, choose, reading, explanation } = useAsOf(subject, why);
  useTitle(file.data === undefined ? texts.title : fill(texts.documentTitle, { name: file.data.name }));
  if (file.data === undefined || reading.data === undefined || explanation.data === undefined) {
    return <PortraitWait title={texts.title} asked={[file, reading, explanation]} />;
  }
  const { name, category, posts, candidates, today } = file.data;
  const now = posts.find(({ left }) => left === null);
  return (
    <PortraitBody
      title={texts.title}
      name={name}
      explanation={explanation.data}
      candidates={candidates}
      past={asOf !== undefined && asOf !== today ? asOf : undefined}
      header={
        <PortraitHeader
          name={name}
          place={now === undefined ? texts.noPost : `${now.unitName} ${now.title}`}
          category={labels.category(category)}
          of="cadre"
          subject={subject}
          why={why}
          reading={reading.data}
          picker={<AsOfPicker shown={asOf ?? reading.data.asOf} chosen={asOf !== undefined} latest={today} onChoose={choose} />}
        />
      }
      first={<Profile cadre={id} asOf={asOf} why={why} />}
      side={
        <>
          <FallsOn explanation={explanation.data} />
          <OwnCandidates candidates={candidates} day={today} />
          <OwnPoints subject={id} />
          <Posts posts={posts} />
        </>
      }
    />
  );
}
