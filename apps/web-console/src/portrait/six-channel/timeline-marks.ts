import type { ChannelName, ExplainedEvent, ExplanationAnswer } from '../../contracts';
import { instantOf } from '../../parts/civil-day';
import { fillOf, type MarkFill } from '../../parts/mark-fill';

/** One signal in its lane. */
export interface Mark {
  readonly event: ExplainedEvent;
  readonly channel: ChannelName;
  /** Undefined for what is not scored: the explanation gives it no matter. */
  readonly matter: string | undefined;
  readonly at: number;
  readonly fill: MarkFill;
  /** In px at the normal text size; the area is in proportion to what the signal still contributes. */
  readonly radius: number;
  /** Up, down or on the middle of the lane, so that neighbours in time stay apart. */
  readonly shift: -1 | 0 | 1;
  /** Signals of one day in one lane stand on one place: the last drawn says how many; 1 for all others. */
  readonly count: number;
}

type Uncounted = Omit<Mark, 'count'>;
type Placed = Omit<Mark, 'shift' | 'count'>;

const SMALLEST = 3.2;
/** Of a signal that contributes one point. */
const RADIUS_OF_ONE_POINT = 3.1;
const NEIGHBOURS = 16 * 86_400_000;

export function radiusOf(part: number): number {
  return Math.max(SMALLEST, RADIUS_OF_ONE_POINT * Math.sqrt(part / 1_000));
}

/**
 * The signals of an explanation as marks, the largest first, so that small ones are drawn above large ones.
 * @param channelOf the channel of a signal type; what is not scored comes without one, and is left out when it has none
 */
export function timelineMarks(
  explanation: Pick<ExplanationAnswer, 'channels' | 'unscored'>,
  channelOf: (code: string) => ChannelName | undefined,
): readonly Mark[] {
  const scored = explanation.channels.flatMap(({ channel, matters }) =>
    matters.flatMap(({ matter, events }) => events.map((event) => placed(event, channel, matter))),
  );
  const unscored = explanation.unscored.flatMap((event) => {
    const channel = channelOf(event.code);
    return channel === undefined ? [] : [{ ...placed(event, channel, undefined), fill: 'uncounted' as const }];
  });
  return counted(keptApart([...scored, ...unscored]).sort((a, b) => b.radius - a.radius || a.at - b.at));
}

function placed(event: ExplainedEvent, channel: ChannelName, matter: string | undefined): Placed {
  return { event, channel, matter, at: instantOf(event.day), fill: fillOf(event.status), radius: radiusOf(event.part) };
}

const placeOf = ({ channel, at }: Uncounted): string => `${channel} ${at}`;

function counted(marks: readonly Uncounted[]): Mark[] {
  const last = new Map(marks.map((mark, drawn) => [placeOf(mark), drawn]));
  const together = (mark: Uncounted): number => marks.filter((other) => placeOf(other) === placeOf(mark)).length;
  return marks.map((mark, drawn) => ({ ...mark, count: last.get(placeOf(mark)) === drawn ? together(mark) : 1 }));
}

/** Within one lane, what follows closely goes down, then up, then back to the middle; one day stays one place. */
function keptApart(marks: readonly Placed[]): Uncounted[] {
  const last = new Map<ChannelName, { readonly at: number; readonly shift: Mark['shift'] }>();
  return [...marks]
    .sort((a, b) => a.at - b.at)
    .map((mark) => {
      const before = last.get(mark.channel);
      const shift = shiftAfter(before, mark.at);
      last.set(mark.channel, { at: mark.at, shift });
      return { ...mark, shift };
    });
}

function shiftAfter(before: { readonly at: number; readonly shift: Mark['shift'] } | undefined, at: number): Mark['shift'] {
  if (before === undefined || at - before.at > NEIGHBOURS) return 0;
  return at === before.at ? before.shift : nextShift(before.shift);
}

function nextShift(shift: Mark['shift']): Mark['shift'] {
  if (shift === 0) return 1;
  return shift === 1 ? -1 : 0;
}
