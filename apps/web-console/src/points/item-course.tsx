import type { ReactNode } from 'react';
import type { PointsItem } from '../contracts';
import { writtenDay } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { matterWord, personWord } from '../parts/words';
import { Chinese } from '../texts/chinese';
import { textsOf } from '../texts/texts';

const texts = textsOf('points');

/** What the fact says, and each step that people took about it, with who and when. */
export function ItemCourse({ item: { matter, sent, note, steps, due } }: { readonly item: PointsItem }): ReactNode {
  const said = (sent?.fields ?? []).map(({ label, value }) => `${label} ${value ?? texts.notShown}`);
  return (
    <ul className="lq-lines lq-points-course">
      <li className="lq-meta">
        {[fill(texts.matter, { matter: matter.startsWith('entered/') ? texts.ownMatter : matterWord(matter) }), ...(sent === null ? [] : [fill(texts.number, { number: sent.number })]), ...said].join(
          texts.between,
        )}
      </li>
      {note !== null && (
        <li className="lq-meta">
          <Chinese>{note}</Chinese>
        </li>
      )}
      {due !== null && <li>{fill(texts.dueOn, { day: writtenDay(due) })}</li>}
      {steps.map(({ id, step, on, due: until, by, note: why }) => (
        <li key={id}>
          {fill(until === null ? texts.stepTaken : texts.termTaken, { day: writtenDay(on), step: texts.steps[step], person: personWord(by), due: until === null ? '' : writtenDay(until) })}
          {why !== null && <Chinese>{why}</Chinese>}
        </li>
      ))}
    </ul>
  );
}
