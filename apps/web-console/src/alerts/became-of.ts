import type { AlertRecord, LevelName } from '../contracts';
import { fill } from '../parts/fill';
import { points } from '../parts/points';
import { textsOf } from '../texts/texts';

const texts = textsOf('alerts');

type Correction = NonNullable<AlertRecord['correction']>;

/** What holds of a corrected alert now, as a sentence; nothing for one that stands. */
export function becameOf({ said, correction }: AlertRecord, level: (name: LevelName) => string): string {
  if (correction === null) return '';
  return `${outcomeOf(said, correction, level)}${correction.raises ? texts.raises : ''}`;
}

function outcomeOf(said: AlertRecord['said'], { now, laterDay }: Correction, level: (name: LevelName) => string): string {
  if (now === null) return laterDay === null ? texts.never : fill(texts.neverButLater, { day: laterDay });
  if (said === null) return fill(texts.untold, { day: now.day, level: level(now.to) });
  if (now.to !== said.to || now.from !== said.from) {
    const held = fill(texts.otherStep, { from: level(now.from), to: level(now.to) });
    return laterDay === null ? held : `${held}${fill(texts.later, { day: laterDay })}`;
  }
  if (now.e === said.e && now.p === said.p) return texts.same;
  return fill(texts.numbers, { eWas: points(said.e, 3), eIs: points(now.e, 3), pWas: points(said.p, 3), pIs: points(now.p, 3) });
}
