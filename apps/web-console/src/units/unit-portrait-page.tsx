import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { unitSubject, useUnitFile } from '../api/queries';
import type { CandidateRow } from '../contracts';
import { useTitle } from '../frame/use-title';
import { fill } from '../parts/fill';
import { OwnPoints } from '../points/own-points';
import { AsOfPicker } from '../portrait/as-of-picker';
import { FallsOn } from '../portrait/falls-on';
import { PortraitBody } from '../portrait/portrait-body';
import { PortraitHeader } from '../portrait/portrait-header';
import { PortraitWait } from '../portrait/portrait-wait';
import { useAsOf } from '../portrait/use-as-of';
import { PurposeGate } from '../purpose/purpose-gate';
import type { Why } from '../purpose/why-memory';
import { textsOf } from '../texts/texts';
import { categoryWord } from './category-word';
import { Members } from './members';
import './units.css';

const texts = textsOf('units');

/** A unit is no candidate: a letter asks a person. */
const NO_CANDIDATES: readonly CandidateRow[] = [];

/** 班子画像: one unit, its own reading, and who holds a post in it. */
export function UnitPortraitPage(): ReactNode {
  const { code = '' } = useParams();
  const navigate = useNavigate();
  useTitle(texts.title);
  return (
    <PurposeGate key={code} subject={`unit:${code}`} tasks={NO_CANDIDATES} onLeave={() => void navigate(-1)}>
      {(why) => <UnitPortrait code={code} why={why} />}
    </PurposeGate>
  );
}

function UnitPortrait({ code, why }: { readonly code: string; readonly why: Why }): ReactNode {
  const file = useUnitFile(code, why);
  const subject = unitSubject(code);
  const { asOf, choose, reading, explanation } = useAsOf(subject, why);
  useTitle(file.data === undefined ? texts.title : fill(texts.portraitTitle, { name: file.data.name }));
  if (file.data === undefined || reading.data === undefined || explanation.data === undefined) {
    return <PortraitWait title={texts.title} asked={[file, reading, explanation]} />;
  }
  const { name, category, parentName, members, levels, levelsOn, today } = file.data;
  return (
    <PortraitBody
      title={texts.title}
      name={name}
      explanation={explanation.data}
      candidates={NO_CANDIDATES}
      past={asOf !== undefined && asOf !== today ? asOf : undefined}
      header={
        <PortraitHeader
          name={name}
          place={parentName === null ? code : `${code} ${fill(texts.parent, { name: parentName })}`}
          category={categoryWord(category)}
          of="unit"
          subject={subject}
          why={why}
          reading={reading.data}
          picker={<AsOfPicker shown={asOf ?? reading.data.asOf} chosen={asOf !== undefined} latest={today} onChoose={choose} />}
        />
      }
      note={texts.what}
      side={
        <>
          <FallsOn explanation={explanation.data} />
          <OwnPoints subject={`unit:${code}`} />
          <Members members={members} levels={levels} levelsOn={levelsOn} />
        </>
      }
    />
  );
}
