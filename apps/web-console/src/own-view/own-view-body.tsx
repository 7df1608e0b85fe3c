import { PrinterOutlined } from '@ant-design/icons';
import { Button, Watermark } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { cadrePath } from '../cadres/cadre-path';
import { useLabels } from '../catalogue/labels';
import type { OwnViewAnswer } from '../contracts';
import { fill } from '../parts/fill';
import { PrintFrame } from '../parts/print-frame';
import { useScreenMark } from '../parts/use-screen-mark';
import '../portrait/portrait.css';
import { Sentence } from '../portrait/sentence';
import { Chinese } from '../texts/chinese';
import { textsOf } from '../texts/texts';
import { OwnPointsOf } from './own-points-of';

const texts = textsOf('own-view');

/** In plain words: why this is here, what is left out, and what the person may do. */
const NOTICES = [texts.why, texts.not, texts.rights];

interface OwnViewBodyProps {
  readonly id: string;
  readonly told: OwnViewAnswer;
}

/** To be printed and read to somebody: plain words, no day, no number of anything that was reported. */
export function OwnViewBody({ id, told }: OwnViewBodyProps): ReactNode {
  const mark = useScreenMark();
  const labels = useLabels();
  const { name, findings, decisions, points, sentence } = told;
  return (
    <Watermark className="lq-watermarked" {...mark}>
      <PrintFrame title={fill(texts.heading, { name })}>
        <div className="lq-portrait">
          <header className="lq-card lq-portrait-header">
            <div className="lq-portrait-who">
              <h1 className="lq-name">{fill(texts.heading, { name })}</h1>
              <span className="lq-spring" />
              <Link className="lq-no-print" to={cadrePath(id)}>
                {texts.toPortrait}
              </Link>
              <Button className="lq-no-print" size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
                {texts.print}
              </Button>
            </div>
            <p className="lq-meta lq-no-print">{texts.forOfficers}</p>
          </header>
          <Sentence said={sentence} />
          <Lines title={texts.findings} none={texts.noFindings}>
            {findings.map(({ aspect, borneOut }) => (
              <li key={aspect}>{fill(borneOut ? texts.borneOut : texts.notBorneOut, { aspect: texts.aspects[aspect] })}</li>
            ))}
          </Lines>
          <Lines title={texts.decisions} none={texts.noDecisions}>
            {decisions.map(({ code, kind }) => (
              <li key={`${code} ${kind ?? ''}`}>
                {labels.signal(code)} {kind !== null && <Chinese>{kind}</Chinese>}
              </li>
            ))}
          </Lines>
          <OwnPointsOf points={points} />
          {NOTICES.map(({ title, lines }) => (
            <section key={title} className="lq-card" aria-label={title}>
              <h2 className="lq-title">{title}</h2>
              <ul className="lq-lines">
                {Object.values(lines).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </PrintFrame>
    </Watermark>
  );
}

interface LinesProps {
  readonly title: string;
  readonly none: string;
  readonly children: readonly ReactNode[];
}

function Lines({ title, none, children }: LinesProps): ReactNode {
  return (
    <section className="lq-card" aria-label={title}>
      <h2 className="lq-title">{title}</h2>
      {children.length === 0 ? <p>{none}</p> : <ul className="lq-lines">{children}</ul>}
    </section>
  );
}
