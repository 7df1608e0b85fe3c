import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ExplanationAnswer } from '../contracts';
import { writtenDay } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { LevelTag } from '../parts/level-tag';
import { points } from '../parts/points';
import { subjectPath } from '../parts/subject-path';
import { policyWord, shortHash } from '../parts/words';
import { AsOfPicker } from '../portrait/as-of-picker';
import { Fact } from '../portrait/fact';
import { textsOf } from '../texts/texts';
import type { useQuestion } from './use-question';

const texts = textsOf('explanation');

interface ExplanationHeaderProps {
  readonly name: string;
  readonly place: string;
  readonly of: 'cadre' | 'unit';
  readonly explanation: ExplanationAnswer;
  readonly latest: string;
  readonly question: ReturnType<typeof useQuestion>;
  /** What else can be done with this reading, before the button that prints it. */
  readonly actions?: ReactNode;
}

/** Whose score it is, of which day, by which knowledge and policy. */
export function ExplanationHeader({ name, place, of, explanation, latest, question, actions }: ExplanationHeaderProps): ReactNode {
  const { e, p, shownLevel, asOf, knownOn, policy, incomplete, subject } = explanation;
  const { asked, ask } = question;
  return (
    <header className="lq-card lq-portrait-header">
      <div className="lq-portrait-who">
        <h1 className="lq-name">{fill(texts.heading, { name })}</h1>
        <LevelTag level={shownLevel} />
        <span>{place}</span>
        <span className="lq-spring" />
        <Link className="lq-no-print" to={subjectPath(subject)}>
          {of === 'cadre' ? texts.toPortrait : texts.toUnit}
        </Link>
        {actions}
        <Button className="lq-no-print" size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {texts.print}
        </Button>
      </div>
      <div className="lq-days lq-no-print">
        <AsOfPicker name={texts.asOf} shown={asOf} chosen={asked.asOf !== undefined} latest={latest} onChoose={(day) => ask({ asOf: day })} />
        <AsOfPicker
          name={texts.knownOn}
          back={texts.allKnown}
          shown={knownOn ?? undefined}
          chosen={knownOn !== null}
          latest={latest}
          onChoose={(day) => ask({ knownOn: day })}
        />
      </div>
      <dl className="lq-facts">
        <Fact name={texts.evidence} large>
          {points(e, 3)}
        </Fact>
        {of === 'cadre' && (
          <Fact name={texts.priority} large>
            {points(p, 3)}
          </Fact>
        )}
        <Fact name={texts.day}>{writtenDay(asOf)}</Fact>
        <Fact name={texts.known}>{knownOn === null ? texts.allKnownNow : writtenDay(knownOn)}</Fact>
        <Fact name={texts.policy}>
          {policyWord(policy.name)}{' '}
          <Tooltip title={policy.hash}>
            <code className="lq-no-print" tabIndex={0}>
              {shortHash(policy.hash)}
            </code>
          </Tooltip>
          <code className="lq-on-paper">{policy.hash}</code>
        </Fact>
      </dl>
      {incomplete && <Alert type="warning" showIcon title={texts.incomplete} />}
    </header>
  );
}
