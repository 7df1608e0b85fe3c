import type { TableColumnsType } from 'antd';
import type { OperationsAnswer } from '../contracts';
import { writtenInstant } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { wholeNumber } from '../parts/points';
import { textsOf } from '../texts/texts';
import { StateTag } from './state-tag';

const texts = textsOf('operations');

type App = OperationsAnswer['apps'][number];
type Consumer = OperationsAnswer['consumers'][number];
type Outbox = OperationsAnswer['outboxes'][number];
type Parked = OperationsAnswer['parked']['items'][number];

/** Above a minute somebody should look (docs: operations, Metrics). */
const LONGEST_AGE = 60;
const NUMBER = { align: 'right', className: 'lq-number', width: 110 } as const;

const ageWord = (seconds: number): string => fill(texts.seconds, { seconds: wholeNumber(seconds) });

export const APP_COLUMNS: TableColumnsType<App> = [
  { title: texts.state, width: 110, render: (_, { ready }) => <StateTag well={ready} /> },
  { title: texts.app, render: (_, { app }) => <code>{app}</code> },
];

export const CONSUMER_COLUMNS: TableColumnsType<Consumer> = [
  { title: texts.state, width: 110, render: (_, { oldest }) => <StateTag well={oldest !== null && oldest <= LONGEST_AGE} /> },
  { title: texts.group, render: (_, { group }) => <code>{group}</code> },
  { title: texts.topic, render: (_, { topic }) => <code>{topic}</code> },
  { title: texts.behind, ...NUMBER, render: (_, { behind }) => (behind === null ? texts.unknown : wholeNumber(behind)) },
  { title: texts.oldest, ...NUMBER, render: (_, { oldest }) => (oldest === null ? texts.unknown : ageWord(oldest)) },
];

export const OUTBOX_COLUMNS: TableColumnsType<Outbox> = [
  { title: texts.state, width: 110, render: (_, { held, oldest }) => <StateTag well={held === 0 && oldest <= LONGEST_AGE} /> },
  { title: texts.writer, render: (_, { writer }) => <code>{writer}</code> },
  { title: texts.rows, ...NUMBER, render: (_, { rows }) => wholeNumber(rows) },
  { title: texts.held, ...NUMBER, render: (_, { held }) => wholeNumber(held) },
  { title: texts.oldest, ...NUMBER, render: (_, { oldest }) => ageWord(oldest) },
];

export const PARKED_COLUMNS: TableColumnsType<Parked> = [
  { title: texts.since, width: 150, className: 'lq-number', render: (_, { at }) => writtenInstant(at) },
  { title: texts.group, render: (_, { group }) => <code>{group}</code> },
  { title: texts.place, render: (_, { topic, partition, offset }) => <code>{`${topic} ${partition}/${offset}`}</code> },
  { title: texts.reason, render: (_, { reason }) => <code>{reason}</code> },
];
