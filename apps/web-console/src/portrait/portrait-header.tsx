import { PrinterOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { Alert, Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { SubjectAt } from '../api/queries';
import type { ReadingAnswer } from '../contracts';
import { explanationPath } from '../explanation/explanation-path';
import { writtenDay } from '../parts/civil-day';
import { LevelTag } from '../parts/level-tag';
import { points } from '../parts/points';
import { ProblemNotice } from '../parts/problem-notice';
import { matterWord, policyWord, shortHash } from '../parts/words';
import { fill } from '../parts/fill';
import { ownViewPath } from '../own-view/own-view-path';
import { useMay } from '../people/may';
import { textsOf } from '../texts/texts';
import type { Why } from '../purpose/why-memory';
import { Fact } from './fact';
import { IssuedReceipt } from './issued-receipt';
import { useReceipt } from './use-receipt';

const texts = textsOf('portrait');
const explanation = textsOf('explanation');
const ownView = textsOf('own-view');

interface PortraitHeaderProps {
  readonly name: string;
  /** Where it belongs: post and unit of a person, the unit above a unit. */
  readonly place: string;
  readonly category: string;
  /** A unit has no exposure and is no candidate: nothing is said of priority and gate. */
  readonly of: 'cadre' | 'unit';
  readonly subject: SubjectAt;
  readonly why: Why;
  readonly reading: ReadingAnswer;
  readonly picker: ReactNode;
}

/** Who it is, the two numbers with their day and policy, and what they do not say. */
export function PortraitHeader({ name, place, category, of, subject, why, reading, picker }: PortraitHeaderProps): ReactNode {
  const { receipt, issue, waiting, error } = useReceipt(subject, reading.asOf, why);
  const may = useMay();
  const { e, p, shownLevel, asOf, knownOn, policy, gateOpen, enteredOn, leadingMatter, incomplete } = reading;
  return (
    <header className="lq-card lq-portrait-header">
      <div className="lq-portrait-who">
        <h1 className="lq-name">{name}</h1>
        <LevelTag level={shownLevel} />
        <span>{place}</span>
        <span className="lq-meta">{category}</span>
        <Link className="lq-no-print" to={explanationPath(reading.subject, { asOf, knownOn: knownOn ?? undefined })}>
          {explanation.open}
        </Link>
        {of === 'cadre' && may('GET /api/v1/cadres/:id/own-view') && (
          <Link className="lq-no-print" to={ownViewPath(reading.subject)}>
            {ownView.open}
          </Link>
        )}
        <span className="lq-spring" />
        {picker}
        <Button className="lq-no-print" size="small" icon={<SafetyCertificateOutlined />} loading={waiting} onClick={issue}>
          {texts.receipt}
        </Button>
        <Button className="lq-no-print" size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {texts.print}
        </Button>
      </div>
      <dl className="lq-facts">
        <Fact name={texts.evidence} what={texts.evidenceWhat} large>
          {points(e, 3)}
        </Fact>
        {of === 'cadre' && (
          <Fact name={texts.priority} what={texts.priorityWhat} large>
            {points(p, 3)}
          </Fact>
        )}
        <Fact name={texts.day}>{writtenDay(asOf)}</Fact>
        <Fact name={texts.enteredOn}>{enteredOn === null ? texts.none : writtenDay(enteredOn)}</Fact>
        {of === 'cadre' && (
          <Fact name={texts.gate} what={texts.gateWhat}>
            {gateOpen ? texts.gateOpen : texts.gateShut}
          </Fact>
        )}
        <Fact name={texts.leadingMatter}>{leadingMatter === null ? texts.none : matterWord(leadingMatter)}</Fact>
        <Fact name={texts.policy}>
          {policyWord(policy.name)}{' '}
          <Tooltip title={fill(texts.policyHash, { hash: policy.hash })}>
            <code tabIndex={0}>{shortHash(policy.hash)}</code>
          </Tooltip>
        </Fact>
      </dl>
      {receipt !== undefined && <IssuedReceipt receipt={receipt} />}
      {error !== null && <ProblemNotice error={error} />}
      {incomplete && <Alert type="warning" showIcon title={texts.incomplete} />}
    </header>
  );
}
