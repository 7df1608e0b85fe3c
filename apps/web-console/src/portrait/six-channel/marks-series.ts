import type { CustomSeriesOption } from 'echarts/charts';
import type { Labels } from '../../catalogue/labels';
import { inHtml } from '../../charts/in-html';
import { points } from '../../parts/points';
import { matterWord, named, severityWord, statusWord } from '../../parts/words';
import { textsOf } from '../../texts/texts';
import { drawMark } from './draw-mark';
import type { Drawing } from './six-channel-option';
import type { Mark } from './timeline-marks';
import { sourceWord } from '../signals/source-word';

const texts = textsOf('portrait');

/** Of the lane's height, away from its middle. */
const SHIFT = 0.22;

/** The signals in their lanes; those of one matter light up together. */
export function marksSeries({ picture, labels, palette, still }: Drawing): CustomSeriesOption {
  const { marks } = picture;
  const scale = palette.fontSize / 14;
  return {
    id: 'marks',
    type: 'custom',
    xAxisIndex: 0,
    yAxisIndex: 0,
    clip: false,
    encode: { x: 0, y: 1 },
    data: marks.map(({ at, channel }) => [at, labels.channels.indexOf(channel)]),
    renderItem: ({ dataIndex }, api) => {
      const mark = marks[dataIndex];
      if (mark === undefined) return { type: 'group', children: [] };
      const [x = 0, middle = 0] = api.coord([api.value(0), api.value(1)]);
      const size = api.size?.([0, 1]);
      const lane = Array.isArray(size) ? (size[1] ?? 0) : 0;
      const lit = still ? 'none' : together(marks, mark, dataIndex);
      return drawMark({ x, y: middle + mark.shift * lane * SHIFT, r: mark.radius * scale, fill: mark.fill, count: mark.count, lit }, palette);
    },
    tooltip: {
      formatter: (params: unknown) => {
        const mark = marks[(params as { dataIndex: number }).dataIndex];
        return mark === undefined ? '' : marksAt(marks, mark).map((one) => tooltipOf(one, labels)).join('<br><br>');
      },
    },
  };
}

/** All that stand on one place are told together; those below cannot be pointed at. */
const marksAt = (marks: readonly Mark[], { channel, at }: Mark): readonly Mark[] =>
  marks.filter((other) => other.channel === channel && other.at === at);

function together(marks: readonly Mark[], mark: Mark, alone: number): readonly number[] {
  if (mark.matter === undefined) return [alone];
  return marks.flatMap(({ matter }, place) => (matter === mark.matter ? [place] : []));
}

/** Where a group is no agency but the public or the media, it has the name of the channel. */
function tooltipOf({ event, channel, matter, fill }: Mark, labels: Labels): string {
  const lines = [
    `${event.label} ${event.day}`,
    named(texts.channel, labels.channel(channel)),
    ...(event.group === '' ? [] : [named(texts.source, sourceWord(event, labels))]),
    ...(matter === undefined ? [] : [named(texts.matter, matterWord(matter))]),
    ...(event.status === '' ? [] : [named(texts.severity, severityWord(event.severity)), named(texts.status, statusWord(event.status))]),
    fill === 'uncounted' ? texts.uncounted : named(texts.part, points(event.part, 3)),
  ];
  return lines.map(inHtml).join('<br>');
}
