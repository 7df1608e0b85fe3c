import { PrinterOutlined } from '@ant-design/icons';
import { Button, Tooltip, Watermark } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { sentenceInWords } from '../api/in-words';
import type { PointsLedger } from '../contracts';
import { writtenDay } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { exactPoints } from '../parts/points';
import { PrintFrame } from '../parts/print-frame';
import { subjectPath } from '../parts/subject-path';
import { useScreenMark } from '../parts/use-screen-mark';
import { shortHash } from '../parts/words';
import { useMay } from '../people/may';
import { AsOfPicker } from '../portrait/as-of-picker';
import { Fact } from '../portrait/fact';
import '../portrait/portrait.css';
import { Chinese } from '../texts/chinese';
import { textsOf } from '../texts/texts';
import { ColourTag } from './colour-tag';
import { Consequences } from './consequences';
import { labelWord } from './label-word';
import { MeasureForm } from './measure-form';
import { PointsItems } from './points-items';

const texts = textsOf('points');

interface LedgerBodyProps {
  readonly ledger: PointsLedger;
  /** Whether the day was chosen, and is not simply today. */
  readonly chosen: boolean;
  readonly onChoose: (day: string | undefined) => void;
}

export function LedgerBody({ ledger, chosen, onChoose }: LedgerBodyProps): ReactNode {
  const mark = useScreenMark();
  const may = useMay();
  const { scheme, name, subject } = ledger;
  const mayEnter = !chosen && may('POST /api/v1/points/:subject/entries');
  return (
    <Watermark className="lq-watermarked" {...mark}>
      <PrintFrame title={`${name} ${texts.ledger}`}>
        <div className="lq-portrait">
          <LedgerHeader ledger={ledger} chosen={chosen} onChoose={onChoose} />
          <div className="lq-sentence">
            {sentenceInWords(ledger.sentence) !== undefined && <p>{sentenceInWords(ledger.sentence)}</p>}
            <p>
              <Chinese>{ledger.sentence}</Chinese>
            </p>
          </div>
          <PointsItems subject={subject} scheme={scheme.name} items={ledger.items} />
          {mayEnter && scheme.measures.length > 0 && <MeasureForm subject={subject} scheme={scheme} items={ledger.items} />}
          <Consequences ledger={ledger} />
          <section className="lq-card" aria-label={texts.about}>
            <h2 className="lq-title">{texts.about}</h2>
            <p className="lq-meta">
              {fill(texts.source, { source: scheme.source })}{' '}
              <Tooltip title={scheme.hash}>
                <code tabIndex={0}>{shortHash(scheme.hash)}</code>
              </Tooltip>
            </p>
            <ul className="lq-lines">
              {scheme.notes.map((note) => (
                <li key={note.zh}>{labelWord(note)}</li>
              ))}
            </ul>
          </section>
        </div>
      </PrintFrame>
    </Watermark>
  );
}

function LedgerHeader({ ledger, chosen, onChoose }: LedgerBodyProps): ReactNode {
  const { name, subject, scheme, asOf, value, sums, level, nextChange } = ledger;
  return (
    <header className="lq-card lq-portrait-header">
      <div className="lq-portrait-who">
        <h1 className="lq-name">{name}</h1>
        {level === null ? <span className="lq-meta">{texts.noThreshold}</span> : <ColourTag label={level.label} colour={level.colour} />}
        <span>{labelWord(scheme.title)}</span>
        <Link className="lq-no-print" to={subjectPath(subject)}>
          {texts.toPortrait}
        </Link>
        <span className="lq-spring" />
        <AsOfPicker shown={asOf} chosen={chosen} latest={undefined} onChoose={onChoose} />
        <Button className="lq-no-print" size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {texts.print}
        </Button>
      </div>
      <dl className="lq-facts">
        <Fact name={texts.value} what={scheme.start.direction === 'add' ? texts.valueAdded : texts.valueLeft} large>
          {exactPoints(value)}
        </Fact>
        {sums.length > 1 &&
          sums.map(({ key, label, sum }) => (
            <Fact key={key} name={fill(texts.sumIn, { window: labelWord(label) })}>
              {exactPoints(sum)}
            </Fact>
          ))}
        <Fact name={texts.day}>{writtenDay(asOf)}</Fact>
        <Fact name={texts.levelUntil}>{level === null ? texts.none : writtenDay(level.last)}</Fact>
        <Fact name={texts.nextChange}>{nextChange === null ? texts.none : writtenDay(nextChange)}</Fact>
      </dl>
    </header>
  );
}
