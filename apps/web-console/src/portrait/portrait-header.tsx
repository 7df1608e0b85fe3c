import { PrinterOutlined } from '@ant-design/icons';
import { Alert, Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { CadreFile, ReadingAnswer } from '../contracts';
import { writtenDay } from '../parts/civil-day';
import { LevelTag } from '../parts/level-tag';
import { points } from '../parts/points';
import { matterWord, policyWord, shortHash } from '../parts/words';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';
import { Fact } from './fact';

const texts = textsOf('portrait');

interface PortraitHeaderProps {
  readonly file: CadreFile;
  readonly reading: ReadingAnswer;
  readonly picker: ReactNode;
}

/** Who it is, the two numbers with their day and policy, and what they do not say. */
export function PortraitHeader({ file, reading, picker }: PortraitHeaderProps): ReactNode {
  const { e, p, level, asOf, policy, gateOpen, enteredOn, leadingMatter, incomplete } = reading;
  const now = file.posts.find(({ left }) => left === null);
  return (
    <header className="lq-card lq-portrait-header">
      <div className="lq-portrait-who">
        <h1 className="lq-name">{file.name}</h1>
        <LevelTag level={level} />
        <span>{now === undefined ? texts.noPost : `${now.unitName} ${now.title}`}</span>
        <span className="lq-meta">{file.category}</span>
        <span className="lq-spring" />
        {picker}
        <Button className="lq-no-print" size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {texts.print}
        </Button>
      </div>
      <dl className="lq-facts">
        <Fact name={texts.evidence} what={texts.evidenceWhat} large>
          {points(e, 3)}
        </Fact>
        <Fact name={texts.priority} what={texts.priorityWhat} large>
          {points(p, 3)}
        </Fact>
        <Fact name={texts.day}>{writtenDay(asOf)}</Fact>
        <Fact name={texts.enteredOn}>{enteredOn === null ? texts.none : writtenDay(enteredOn)}</Fact>
        <Fact name={texts.gate} what={texts.gateWhat}>
          {gateOpen ? texts.gateOpen : texts.gateShut}
        </Fact>
        <Fact name={texts.leadingMatter}>{leadingMatter === null ? texts.none : matterWord(leadingMatter)}</Fact>
        <Fact name={texts.policy}>
          {policyWord(policy.name)}{' '}
          <Tooltip title={fill(texts.policyHash, { hash: policy.hash })}>
            <code tabIndex={0}>{shortHash(policy.hash)}</code>
          </Tooltip>
        </Fact>
      </dl>
      {incomplete && <Alert type="warning" showIcon title={texts.incomplete} />}
    </header>
  );
}
